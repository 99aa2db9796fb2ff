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

/** When an attempt can be logged: once consent was asked for. */
@ApplicationScoped
class LogAttemptAction implements CaseAction {

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
        var asked = standing.happened(Kind.CONSENT_REQUESTED) || standing.happened(Kind.OTHER_CONSENT_REQUESTED);
        return standing.worked()
                .and(asked ? Gate.open() : Gate.shut("consent.not-requested", "No consent was asked for yet."));
    }
}
