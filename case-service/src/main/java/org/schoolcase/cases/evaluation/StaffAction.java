package org.schoolcase.cases.evaluation;

import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Link;
import org.schoolcase.kit.security.Role;

/** An action of a case's manager or a coordinator, at an address below the case. */
public abstract class StaffAction implements CaseAction {

    private final String name;
    private final String method;
    private final String path;

    protected StaffAction(String name, String method, String path) {
        this.name = name;
        this.method = method;
        this.path = path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Link link(UUID caseId) {
        return new Link(method, "/v1/cases/" + caseId + path);
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CASE_MANAGER, Role.COORDINATOR);
    }
}
