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

/** When a kind of consent can be revoked: while one of that kind is in force. */
@ApplicationScoped
class RevokeConsentAction implements CaseAction {

    private static final String PATH = "consents/{consentId}/revocation";

    @Override
    public String name() {
        return "revokeConsent";
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
        return new ConsentAction(name(), PATH, kind, standing -> inForce(standing, kind));
    }

    private static Gate inForce(Standing standing, ConsentKind kind) {
        return standing.consentInForce(kind)
                ? Gate.open()
                : Gate.shut(
                        "consent.not-in-force",
                        "It was refused, is revoked or used up already; there is nothing to revoke.");
    }
}
