package org.schoolcase.cases.closure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.kit.security.Role;

/** When a case can be closed. */
@ApplicationScoped
class CloseCaseAction implements CaseAction {

    @Override
    public String name() {
        return "closeCase";
    }

    @Override
    public Link link(UUID caseId) {
        return new Link("POST", "/v1/cases/%s/closure".formatted(caseId));
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CASE_MANAGER, Role.COORDINATOR);
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.worked();
    }
}
