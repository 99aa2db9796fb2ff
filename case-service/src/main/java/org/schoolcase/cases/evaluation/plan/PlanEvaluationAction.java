package org.schoolcase.cases.evaluation.plan;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.StaffAction;

/** When an evaluation can be planned: with consent, until its report. */
@Singleton
class PlanEvaluationAction extends StaffAction {

    PlanEvaluationAction() {
        super("planEvaluation", "PUT", "/evaluations/{evaluationId}/plan");
    }

    @Override
    public Gate gate(Standing standing) {
        return EvaluationGates.begun(standing)
                .and(EvaluationGates.consentedToAssess(standing))
                .and(EvaluationGates.unreported(standing));
    }
}
