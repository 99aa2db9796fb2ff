package org.schoolcase.cases.independentevaluation;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.StaffAction;
import org.schoolcase.cases.happening.Kind;

/** When a parent can disagree with an evaluation: once one is reported. */
@Singleton
class RequestIndependentEvaluationAction extends StaffAction {

    RequestIndependentEvaluationAction() {
        super("requestIndependentEvaluation", "POST", "/independent-evaluations");
    }

    @Override
    public Gate gate(Standing standing) {
        var reported = standing.lastOf(Kind.EVALUATION_REPORTED, Kind.REEVALUATION_REPORTED)
                .isPresent();
        var gate = reported
                ? Gate.open()
                : Gate.shut("evaluation.not-reported", "No evaluation of the case has a report to disagree with.")
                        .citing("34 CFR 300.502(b)(1)");
        return standing.worked().and(gate);
    }
}
