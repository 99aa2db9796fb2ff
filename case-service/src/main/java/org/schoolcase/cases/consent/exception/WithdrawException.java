package org.schoolcase.cases.consent.exception;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.deadlinequeue.DirtyCases;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;
import org.schoolcase.cases.happening.Happenings;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;

/**
 * Use case: an exception from consent was recorded wrongly; from today on it holds no more, and the case goes on from what
 * remains. What was done under it stays as it is.
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
    private final DirtyCases dirty;
    private final Audit audit;

    WithdrawException(
            Admission admission,
            WithdrawExceptionAction action,
            ConsentExceptions exceptions,
            Happenings happenings,
            DirtyCases dirty,
            Audit audit) {
        this.admission = admission;
        this.action = action;
        this.exceptions = exceptions;
        this.happenings = happenings;
        this.dirty = dirty;
        this.audit = audit;
    }

    @Transactional
    Outcome handle(UUID caseId, UUID exceptionId, String reason) {
        var standing = admission.admit(caseId, action);
        var found = exceptions.find(caseId, exceptionId);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (found.get().endedOn() != null) {
            return new Outcome.NotInForce();
        }
        exceptions.withdraw(exceptionId, standing.today(), reason);
        var withdrawn = exceptions.find(caseId, exceptionId);
        tell(standing.file(), withdrawn);
        return withdrawn.<Outcome>map(Outcome.Withdrawn::new).orElseGet(Outcome.Unknown::new);
    }

    /** The case's deadlines are computed anew from what remains. */
    private void tell(CaseFile file, Optional<ConsentException> withdrawn) {
        withdrawn.ifPresent(it -> {
            var ended = it.endedOn() == null ? it.decidedOn() : it.endedOn();
            happenings.note(file, Kind.CONSENT_EXCEPTION_WITHDRAWN, ended, it.id());
            dirty.mark(file.id(), Because.FACT);
            audit.wrote(AuditEntry.of("consent-exception.withdraw", "consent-exception", it.id())
                    .student(file.studentId())
                    .fields("endedOn", "endedBecause", "withdrawalReason"));
        });
    }
}
