package org.schoolcase.cases.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.assessment.Filers.Filer;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.cases.instrument.definition.Fault;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;

/** Use case: a draft is filled in, whole or one section at a time, or thrown away. */
@ApplicationScoped
class ChangeAssessment {

    sealed interface Outcome {
        record Changed(Assessment draft, Definition definition) implements Outcome {}

        record Discarded() implements Outcome {}

        record Unknown() implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    private final Filers filers;
    private final AssessmentGround ground;
    private final AssessmentCatalog catalog;
    private final Audit audit;

    ChangeAssessment(Filers filers, AssessmentGround ground, AssessmentCatalog catalog, Audit audit) {
        this.filers = filers;
        this.ground = ground;
        this.catalog = catalog;
        this.audit = audit;
    }

    @Transactional
    Outcome whole(UUID caseId, UUID id, AssessmentRequests.Change wanted, @Nullable String ifMatch) {
        return ofDraft(
                caseId,
                id,
                ifMatch,
                wanted,
                (filer, draft) -> filer.names(wanted.assessor().staffId(), draft)
                        ? store(filer.file(), draft, catalog.definitionOf(draft), wanted.content())
                        : new Outcome.Refused(Refusal.NOT_OWN));
    }

    @Transactional
    Outcome section(UUID caseId, UUID id, String section, AssessmentRequests.Section wanted, @Nullable String ifMatch) {
        return ofDraft(caseId, id, ifMatch, wanted, (filer, draft) -> {
            var definition = catalog.definitionOf(draft);
            return definition
                    .fieldsOf(section)
                    .map(fields -> section(filer.file(), draft, definition, fields, wanted.answers()))
                    .orElseGet(Outcome.Unknown::new);
        });
    }

    @Transactional
    Outcome discard(UUID caseId, UUID id, @Nullable String ifMatch) {
        return ofDraft(caseId, id, ifMatch, Map.of(), (filer, draft) -> {
            catalog.assessments().discard(id);
            audit.wrote(AuditEntry.of("assessment.discard", "assessment", id)
                    .student(filer.file().studentId()));
            return new Outcome.Discarded();
        });
    }

    private Outcome ofDraft(
            UUID caseId,
            UUID id,
            @Nullable String ifMatch,
            Object wanted,
            BiFunction<Filer, Assessment, Outcome> work) {
        var filer = filers.toFillIn(caseId);
        var found = catalog.assessments().find(caseId, id).filter(filer::touches);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (!filer.file().isOpen()) {
            return new Outcome.Refused(Refusal.CASE_CLOSED);
        }
        if (!found.get().isDraft()) {
            return new Outcome.Refused(Refusal.FINAL);
        }
        var draft = found.get();
        var current = AssessmentView.of(draft, catalog.definitionOf(draft));
        ETags.requireMatch(ifMatch, draft.version(), current, wanted);
        return work.apply(filer, draft);
    }

    private Outcome section(
            CaseFile file, Assessment draft, Definition definition, Set<String> fields, ObjectNode answers) {
        var strange = StreamSupport.stream(((Iterable<String>) answers::fieldNames).spliterator(), false)
                .filter(name -> !fields.contains(name))
                .map(name -> Fault.at(name, "unknown-field", "Not a field of this section."))
                .map(fault -> fault.under("/answers"))
                .limit(50)
                .toList();
        if (!strange.isEmpty()) {
            return new Outcome.Refused(Refusal.of(
                    "assessment.answers-invalid", "Answers do not keep to the instrument's schema.", strange));
        }
        var merged = draft.content().answers().deepCopy();
        merged.remove(fields);
        merged.setAll(answers);
        return store(file, draft, definition, draft.content().answering(merged));
    }

    private Outcome store(CaseFile file, Assessment draft, Definition definition, Content content) {
        var refusal = ground.againstDraft(
                file, definition, draft.purpose(), content, draft.content().pupilRights());
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        var changed = draft.with(content);
        catalog.assessments().update(changed, file.studentId());
        audit.wrote(AuditEntry.of("assessment.change", "assessment", draft.id())
                .student(file.studentId())
                .fields("administeredOn", "language", "assessor", "pupilRights", "answers", "scores", "attachments"));
        return new Outcome.Changed(changed, definition);
    }
}
