package org.schoolcase.cases.consent.exception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;

/** Use case: the school records why law lets it evaluate without consent; the gate of the evaluation opens. */
@ApplicationScoped
class RecordException {

    private final Admission admission;
    private final RecordExceptionAction action;
    private final ExceptionRules rules;
    private final ConsentExceptions exceptions;
    private final Happenings happenings;
    private final Audit audit;

    RecordException(
            Admission admission,
            RecordExceptionAction action,
            ExceptionRules rules,
            ConsentExceptions exceptions,
            Happenings happenings,
            Audit audit) {
        this.admission = admission;
        this.action = action;
        this.rules = rules;
        this.exceptions = exceptions;
        this.happenings = happenings;
        this.audit = audit;
    }

    @Transactional
    ConsentException handle(UUID caseId, ExceptionRequest wanted) {
        var standing = admission.admit(caseId, action.of(wanted.kind()));
        rules.require(standing, wanted);
        var made = new ConsentException(
                Ids.next(),
                caseId,
                wanted.kind(),
                wanted.ground(),
                wanted.explanation(),
                wanted.documentReference(),
                wanted.requestId(),
                wanted.decidedOn(),
                null,
                null,
                null,
                wanted.ground().citation());
        exceptions.add(made);
        happenings.note(standing.file(), Kind.CONSENT_EXCEPTION_RECORDED, made.decidedOn(), made.id());
        audit.wrote(AuditEntry.of("consent.exception", "consent-exception", made.id())
                .student(standing.file().studentId())
                .fields("kind", "ground", "explanation", "documentReference", "requestId", "decidedOn"));
        return made;
    }
}
