package org.schoolcase.cases.evaluation.report;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.Evaluations;
import org.schoolcase.cases.evaluation.StaffAction;

/** When an evaluation can be reported: with consent, and a result in every area of the plan. */
@Singleton
class ReportEvaluationAction extends StaffAction {

    private final Evaluations evaluations;

    ReportEvaluationAction(Evaluations evaluations) {
        super("reportEvaluation", "POST", "/evaluations/{evaluationId}/report");
        this.evaluations = evaluations;
    }

    @Override
    public Gate gate(Standing standing) {
        var gate = EvaluationGates.begun(standing)
                .and(EvaluationGates.consented(standing))
                .and(EvaluationGates.unreported(standing));
        if (gate instanceof Gate.Shut || EvaluationGates.restsOnExistingData(standing)) {
            return gate;
        }
        return EvaluationGates.planned(standing) instanceof Gate.Shut shut ? shut : complete(standing);
    }

    private Gate complete(Standing standing) {
        var left = EvaluationGates.underWay(standing).map(evaluations::areasWithoutResult);
        return left.isEmpty() || left.get().isEmpty()
                ? Gate.open()
                : Gate.shut("evaluation.area-without-result", "Areas of the plan without a result: " + left.get() + ".")
                        .citing("34 CFR 300.304(c)(4)");
    }
}
