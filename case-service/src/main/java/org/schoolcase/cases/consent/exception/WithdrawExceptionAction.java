package org.schoolcase.cases.consent.exception;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.ConsentAction;
import org.schoolcase.cases.consent.ConsentKind;

/** When an exception from consent can be withdrawn: while one holds. */
@ApplicationScoped
class WithdrawExceptionAction implements CaseAction {

    static final Gate.Shut NOT_IN_FORCE = Gate.shut(
            "consent.exception-not-in-force", "No exception holds: it ended, was used up or is withdrawn already.");

    @Override
    public String name() {
        return "withdrawConsentException";
    }

    @Override
    public Link link(UUID caseId) {
        return ConsentAction.linkTo(caseId, "consent-exceptions/{exceptionId}/withdrawal");
    }

    @Override
    public Set<String> roles() {
        return ConsentAction.ROLES;
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.worked()
                .and(
                        Arrays.stream(ConsentKind.values()).anyMatch(standing::consentExcepted)
                                ? Gate.open()
                                : NOT_IN_FORCE);
    }
}
