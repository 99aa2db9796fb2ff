package org.schoolcase.cases.consent.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.ConsentAction;
import org.schoolcase.cases.happening.Kind;

/** When an attempt can be logged: while a request for consent is not answered. */
@ApplicationScoped
class LogAttemptAction implements CaseAction {

    private final AskedConsents asked;

    LogAttemptAction(AskedConsents asked) {
        this.asked = asked;
    }

    @Override
    public String name() {
        return "logConsentAttempt";
    }

    @Override
    public Link link(UUID caseId) {
        return ConsentAction.linkTo(caseId, "consent-requests/{requestId}/attempts");
    }

    @Override
    public Set<String> roles() {
        return ConsentAction.ROLES;
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.worked().and(requested(standing)).and(unanswered(standing));
    }

    private static Gate requested(Standing standing) {
        return standing.happened(Kind.CONSENT_REQUESTED) || standing.happened(Kind.OTHER_CONSENT_REQUESTED)
                ? Gate.open()
                : Gate.shut("consent.not-requested", "No consent was asked for yet.");
    }

    private Gate unanswered(Standing standing) {
        return asked.anyOpen(standing.file().id())
                ? Gate.open()
                : Gate.shut("consent.request-answered", "Every request was answered; ask again.");
    }
}
