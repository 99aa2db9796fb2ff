package org.schoolcase.cases.reevaluation;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.StaffAction;

/** When parent and agency can agree that a reevaluation is unnecessary: while the student is eligible and none is under way. */
@Singleton
class WaiveReevaluationAction extends StaffAction {

    WaiveReevaluationAction() {
        super("waiveReevaluation", "POST", "/reevaluation-waivers");
    }

    @Override
    public Gate gate(Standing standing) {
        return EvaluationGates.eligible(standing).and(EvaluationGates.idle(standing));
    }
}
