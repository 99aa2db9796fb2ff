package org.schoolcase.cases.reevaluation;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.StaffAction;

/** When a reevaluation can be asked for: while the student is eligible and no evaluation is under way. */
@Singleton
class RequestReevaluationAction extends StaffAction {

    RequestReevaluationAction() {
        super("requestReevaluation", "POST", "/reevaluation-requests");
    }

    @Override
    public Gate gate(Standing standing) {
        return EvaluationGates.eligible(standing).and(EvaluationGates.idle(standing));
    }
}
