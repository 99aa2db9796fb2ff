package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;

/** Shows assessments to staff by relation and to families, and remembers that they were shown. */
@ApplicationScoped
class ReadAssessments {

    /** What is shown, and the version it has. */
    record Shown(AssessmentView view, long version) {}

    private final CaseAccess access;
    private final Readers readers;
    private final AssessmentCatalog catalog;
    private final Cursors cursors;
    private final Audit audit;

    ReadAssessments(CaseAccess access, Readers readers, AssessmentCatalog catalog, Cursors cursors, Audit audit) {
        this.access = access;
        this.readers = readers;
        this.catalog = catalog;
        this.cursors = cursors;
        this.audit = audit;
    }

    Page<AssessmentLine> page(UUID caseId, @Nullable InstrumentKind kind, int limit, @Nullable String cursor) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        var reader = readers.of(caseId);
        var list = "assessments?case=%s&kind=%s&reader=%s".formatted(caseId, kind, reader);
        var found = catalog.assessments().ofCase(caseId, kind, reader, cursors.open(list, cursor), limit);
        audit.showed(AuditEntry.of("assessment.list", "case", caseId).student(file.studentId()));
        return cursors.page(list, found, limit, it -> List.of(it.id().toString()));
    }

    Optional<Shown> one(UUID caseId, UUID id) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        var reader = readers.of(caseId);
        return catalog.assessments().find(caseId, id).filter(reader::sees).map(it -> show(it, file, reader));
    }

    private Shown show(Assessment it, CaseFile file, Reader reader) {
        var definition = catalog.definitionOf(it);
        var view =
                switch (reader) {
                    case Reader.OfStaff() -> AssessmentView.of(it, definition);
                    case Reader.OfTeam(var me) ->
                        it.isOf(me) ? AssessmentView.of(it, definition) : AssessmentView.forTeam(it, definition);
                    case Reader.OfFamily() -> AssessmentView.forFamily(it, definition);
                };
        var fields = view.answers() == null ? new String[] {"scores"} : new String[] {"answers", "scores"};
        audit.showed(AuditEntry.of("assessment.read", "assessment", it.id())
                .student(file.studentId())
                .fields(fields));
        return new Shown(view, it.version());
    }
}
