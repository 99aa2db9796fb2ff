package org.schoolcase.cases.team;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.kit.security.Role;

/** Putting somebody on the team: open while the case is. */
@ApplicationScoped
class AddTeamMemberAction implements CaseAction {

    @Override
    public String name() {
        return "addTeamMember";
    }

    @Override
    public Link link(UUID caseId) {
        return new Link("POST", "/v1/cases/%s/team".formatted(caseId));
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
