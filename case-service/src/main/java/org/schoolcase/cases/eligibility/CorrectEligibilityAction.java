package org.schoolcase.cases.eligibility;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.StaffAction;
import org.schoolcase.cases.happening.Kind;

/** When a determination can be corrected: while it is the newest word on eligibility. */
@Singleton
class CorrectEligibilityAction extends StaffAction {

    CorrectEligibilityAction() {
        super("correctEligibility", "POST", "/eligibility-determinations/{determinationId}/correction");
    }

    @Override
    public Gate gate(Standing standing) {
        return EvaluationGates.idle(standing).and(Determined.gate(standing)).and(notEnded(standing));
    }

    private static Gate notEnded(Standing standing) {
        return standing.lastOf(
                                Kind.ELIGIBILITY_FOUND,
                                Kind.ELIGIBILITY_CONTINUED,
                                Kind.ELIGIBILITY_NOT_FOUND,
                                Kind.SPECIAL_EDUCATION_ENDED)
                        .filter(it -> it.kind() == Kind.SPECIAL_EDUCATION_ENDED)
                        .isPresent()
                ? Gate.shut("eligibility.ended", "Special education has ended since; the determination is history.")
                : Gate.open();
    }
}
