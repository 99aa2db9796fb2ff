package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.security.Role;

/** When drafts of a case can be made final; whether one is whole is looked at with the request. */
@ApplicationScoped
class CompleteAssessmentAction implements CaseAction {

    @Override
    public String name() {
        return "completeAssessment";
    }

    @Override
    public Link link(UUID caseId) {
        return new Link("POST", "/v1/cases/%s/assessments/{assessmentId}/completion".formatted(caseId));
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.TEACHER);
    }

    @Override
    public Reach reach() {
        return Reach.FILL_IN;
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.worked();
    }
}
