package org.schoolcase.cases.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;

/** When an answer to a kind of consent can be recorded: while none of that kind is in force. */
@ApplicationScoped
class RecordConsentAction implements CaseAction {

    private static final String PATH = "consents";

    @Override
    public String name() {
        return "recordConsent";
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
        return new ConsentAction(name(), PATH, kind, standing -> notInForce(standing, kind));
    }

    private static Gate notInForce(Standing standing, ConsentKind kind) {
        return standing.consentInForce(kind)
                ? Gate.shut("consent.already-in-force", "A consent of this kind is in force; revoke it first.")
                : Gate.open();
    }
}
