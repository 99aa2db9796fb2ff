package org.schoolcase.cases.caseload.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.kit.security.Role;

/** Saying how much service a case takes: open while the case is. */
@ApplicationScoped
class SetServiceLevelAction implements CaseAction {

    @Override
    public String name() {
        return "setServiceLevel";
    }

    @Override
    public Link link(UUID caseId) {
        return new Link("PUT", "/v1/cases/%s/service-level".formatted(caseId));
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
