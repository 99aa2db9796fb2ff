package org.schoolcase.cases.evaluation.review;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.StaffAction;

/** When existing data can be reviewed: no consent is needed for that (34 CFR 300.300(d)(1)). */
@Singleton
class BeginEvaluationAction extends StaffAction {

    BeginEvaluationAction() {
        super("beginEvaluation", "POST", "/evaluations");
    }

    @Override
    public Gate gate(Standing standing) {
        return EvaluationGates.idle(standing);
    }
}
