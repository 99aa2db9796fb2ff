package org.schoolcase.cases.consent.request;

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

/** When a kind of consent can be asked for. */
@ApplicationScoped
class AskConsentAction implements CaseAction {

    private static final String PATH = "consent-requests";

    @Override
    public String name() {
        return "requestConsent";
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
        return new ConsentAction(name(), PATH, kind, standing -> NoticeBeforeConsent.gate(standing, kind));
    }
}
