package org.schoolcase.cases.independentevaluation;

import jakarta.inject.Singleton;
import java.util.Set;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.StaffAction;
import org.schoolcase.cases.happening.Kind;

/** When the agency can answer: while a request at public expense waits. */
@Singleton
class AnswerIndependentEvaluationAction extends StaffAction {

    AnswerIndependentEvaluationAction() {
        super("answerIndependentEvaluation", "POST", "/independent-evaluations/{independentEvaluationId}/answer");
    }

    @Override
    public Gate gate(Standing standing) {
        var waits = standing.someLeft(
                        Set.of(Kind.INDEPENDENT_EVALUATION_REQUESTED), Kind.INDEPENDENT_EVALUATION_ANSWERED)
                ? Gate.open()
                : Gate.shut("independent-evaluation.none-waiting", "No request at public expense waits for an answer.");
        return standing.worked().and(waits);
    }
}
