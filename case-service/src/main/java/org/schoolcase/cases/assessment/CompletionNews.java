package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;

/** Tells the case, the suite and the audit trail, in one transaction, that an assessment is final. */
@ApplicationScoped
class CompletionNews {

    private final Happenings happenings;
    private final Outbox outbox;
    private final Audit audit;

    CompletionNews(Happenings happenings, Outbox outbox, Audit audit) {
        this.happenings = happenings;
        this.outbox = outbox;
        this.audit = audit;
    }

    void tell(Assessment it, CaseFile file, LocalDate completedOn) {
        happenings.note(file, happened(it.kind()), completedOn, it.id());
        outbox.append(AssessmentCompleted.of(it, file, completedOn));
        audit.wrote(AuditEntry.of("assessment.complete", "assessment", it.id())
                .student(file.studentId())
                .fields("status", "completedOn"));
        var supersedes = it.supersedes();
        if (supersedes != null) {
            audit.wrote(AuditEntry.of("assessment.supersede", "assessment", supersedes.id())
                    .student(file.studentId())
                    .fields("supersededBy"));
        }
    }

    private static Kind happened(InstrumentKind kind) {
        return switch (kind) {
            case ASSESSMENT -> Kind.ASSESSMENT_COMPLETED;
            case SCREENING -> Kind.SCREENING_COMPLETED;
            case INTERVIEW -> Kind.INTERVIEW_COMPLETED;
            case OBSERVATION -> Kind.OBSERVATION_COMPLETED;
        };
    }
}
