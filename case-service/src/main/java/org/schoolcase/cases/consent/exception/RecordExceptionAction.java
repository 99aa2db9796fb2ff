package org.schoolcase.cases.consent.exception;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.ConsentAction;
import org.schoolcase.cases.consent.ConsentKind;

/** When an exception from a kind of consent can be recorded: where law knows one, and while nothing clears the way yet. */
@ApplicationScoped
class RecordExceptionAction implements CaseAction {

    private static final String PATH = "consent-exceptions";

    @Override
    public String name() {
        return "recordConsentException";
    }

    @Override
    public List<CaseAction> variants() {
        return Arrays.stream(ConsentKind.values()).<CaseAction>map(this::of).toList();
    }

    @Override
    public Link link(UUID caseId) {
        return ConsentAction.linkTo(caseId, PATH);
    }

    @Override
    public Set<String> roles() {
        return ConsentAction.ROLES;
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.worked();
    }

    ConsentAction of(ConsentKind kind) {
        return new ConsentAction(name(), PATH, kind, standing -> gate(standing, kind));
    }

    private static Gate gate(Standing standing, ConsentKind kind) {
        if (!ExceptionGround.existFor(kind)) {
            return Gate.shut(
                            "consent.no-exception",
                            "Law knows no exception: neither silence nor refusal is overridden.")
                    .citing(kind.citation());
        }
        if (standing.consentInForce(kind)) {
            return Gate.shut("consent.already-in-force", "A consent of this kind is in force.");
        }
        return standing.consentExcepted(kind)
                ? Gate.shut("consent.exception-in-force", "An exception from this consent is recorded already.")
                : Gate.open();
    }
}
