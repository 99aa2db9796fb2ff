package org.schoolcase.cases.independentevaluation;

import jakarta.inject.Singleton;
import java.util.Set;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.StaffAction;
import org.schoolcase.cases.happening.Kind;

/** When results can come in: while some are expected. */
@Singleton
class ReceiveIndependentEvaluationAction extends StaffAction {

    ReceiveIndependentEvaluationAction() {
        super("receiveIndependentEvaluation", "POST", "/independent-evaluations/{independentEvaluationId}/results");
    }

    @Override
    public Gate gate(Standing standing) {
        var expected = standing.someLeft(
                        Set.of(Kind.INDEPENDENT_EVALUATION_REQUESTED, Kind.INDEPENDENT_EVALUATION_ANNOUNCED),
                        Kind.INDEPENDENT_EVALUATION_RECEIVED)
                ? Gate.open()
                : Gate.shut("independent-evaluation.none-expected", "No independent evaluation is expected.");
        return standing.worked().and(expected);
    }
}
