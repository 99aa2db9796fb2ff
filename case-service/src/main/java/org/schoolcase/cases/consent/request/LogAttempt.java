package org.schoolcase.cases.consent.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.action.Admission;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;

/** Use case: a call, letter, visit or message about an unanswered request is logged with what came of it. */
@ApplicationScoped
class LogAttempt {

    sealed interface Outcome {
        record Logged(Attempt attempt) implements Outcome {}

        record UnknownRequest() implements Outcome {}

        record Answered() implements Outcome {}

        record OutOfOrder(LocalDate earliest, LocalDate latest) implements Outcome {}
    }

    private final Admission admission;
    private final LogAttemptAction action;
    private final AskedConsents requests;
    private final CurrentUser user;
    private final AskingTold told;

    LogAttempt(
            Admission admission, LogAttemptAction action, AskedConsents requests, CurrentUser user, AskingTold told) {
        this.admission = admission;
        this.action = action;
        this.requests = requests;
        this.user = user;
        this.told = told;
    }

    @Transactional
    Outcome handle(UUID caseId, UUID requestId, AttemptRequest wanted) {
        var standing = admission.admit(caseId, action);
        return requests.find(caseId, requestId)
                .map(asked -> log(standing, asked, wanted))
                .orElseGet(Outcome.UnknownRequest::new);
    }

    private Outcome log(Standing standing, AskedConsent asked, AttemptRequest wanted) {
        if (!asked.isOpen()) {
            return new Outcome.Answered();
        }
        if (wanted.madeOn().isBefore(asked.sentOn()) || wanted.madeOn().isAfter(standing.today())) {
            return new Outcome.OutOfOrder(asked.sentOn(), standing.today());
        }
        var by = wanted.madeBy() == null ? user.staffId().orElse(null) : wanted.madeBy();
        var attempt = new Attempt(
                Ids.next(), asked.id(), wanted.means(), wanted.madeOn(), by, wanted.outcome(), wanted.result());
        requests.add(attempt);
        told.tried(attempt, standing.file());
        return new Outcome.Logged(attempt);
    }
}
