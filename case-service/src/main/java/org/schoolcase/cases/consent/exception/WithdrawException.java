package org.schoolcase.cases.consent.exception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;

/**
 * Use case: an exception from consent was recorded wrongly; from today on it holds no more. What was done under it stays as it
 * is, and no deadline moves: an exception starts no clock.
 */
@ApplicationScoped
class WithdrawException {

    sealed interface Outcome {
        record Withdrawn(ConsentException exception) implements Outcome {}

        record Unknown() implements Outcome {}

        record NotInForce() implements Outcome {}
    }

    private final Admission admission;
    private final WithdrawExceptionAction action;
    private final ConsentExceptions exceptions;
    private final Happenings happenings;
    private final Audit audit;

    WithdrawException(
            Admission admission,
            WithdrawExceptionAction action,
            ConsentExceptions exceptions,
            Happenings happenings,
            Audit audit) {
        this.admission = admission;
        this.action = action;
        this.exceptions = exceptions;
        this.happenings = happenings;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(UUID caseId, UUID exceptionId, String reason) {
        var standing = admission.admit(caseId, action);
        if (exceptions.find(caseId, exceptionId).isEmpty()) {
            return new Outcome.Unknown();
        }
        return exceptions
                .withdraw(exceptionId, standing.today(), reason)
                .map(exception -> withdrawn(standing, exception))
                .orElseGet(Outcome.NotInForce::new);
    }

    private Outcome withdrawn(Standing standing, ConsentException exception) {
        happenings.note(standing.file(), Kind.CONSENT_EXCEPTION_WITHDRAWN, standing.today(), exception.id());
        audit.wrote(AuditEntry.of("consent-exception.withdraw", "consent-exception", exception.id())
                .student(standing.file().studentId())
                .fields("endedOn", "endedBecause", "withdrawalReason"));
        return new Outcome.Withdrawn(exception);
    }
}
