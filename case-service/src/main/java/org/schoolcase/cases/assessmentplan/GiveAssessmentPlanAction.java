package org.schoolcase.cases.assessmentplan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Link;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.consent.ConsentKind;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.cases.intake.ReferralGates;
import org.schoolcase.kit.security.Role;

/** When an assessment plan can be given: after the decision to evaluate and the safeguards, until consent answers it. */
@ApplicationScoped
class GiveAssessmentPlanAction implements CaseAction {

    @Override
    public String name() {
        return "giveAssessmentPlan";
    }

    @Override
    public Link link(UUID caseId) {
        return new Link("POST", "/v1/cases/%s/assessment-plans".formatted(caseId));
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.CASE_MANAGER, Role.COORDINATOR);
    }

    @Override
    public Gate gate(Standing standing) {
        return standing.worked()
                .and(ReferralGates.accepted(standing))
                .and(safeguards(standing))
                .and(unanswered(standing));
    }

    private static Gate safeguards(Standing standing) {
        return standing.happened(Kind.SAFEGUARDS_NOTICE_GIVEN)
                ? Gate.open()
                : Gate.shut(
                                "assessment-plan.safeguards-missing",
                                "The procedural safeguards notice comes with the plan or before it.")
                        .citing("Cal. Ed. Code 56321(a); 34 CFR 300.504(a)(1)");
    }

    /** Once found eligible, a plan is one for a reevaluation, with a consent of its own. */
    private static Gate unanswered(Standing standing) {
        var kind = standing.happened(Kind.ELIGIBILITY_FOUND) ? ConsentKind.REEVALUATION : ConsentKind.EVALUATION;
        return standing.consentInForce(kind)
                ? Gate.shut("consent.already-in-force", "A consent of this kind is in force; revoke it first.")
                : Gate.open();
    }
}
