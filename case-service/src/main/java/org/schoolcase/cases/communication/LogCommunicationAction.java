package org.schoolcase.cases.communication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.kit.security.Role;

/** Contacts are logged as long as the case is open. */
@ApplicationScoped
class LogCommunicationAction implements CaseAction {

    @Override
    public String name() {
        return "logCommunication";
    }

    @Override
    public Link link(UUID caseId) {
        return new Link("POST", "/v1/cases/%s/communications".formatted(caseId));
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CASE_MANAGER, Role.COORDINATOR);
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.file().isOpen() ? Gate.open() : Gate.shut("case.closed", "The case is closed.");
    }
}
