package org.schoolcase.cases.independentevaluation;

import jakarta.inject.Singleton;
import java.util.Set;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.StaffAction;
import org.schoolcase.cases.happening.Kind;

/** When results can be considered: once they are there. */
@Singleton
class ConsiderIndependentEvaluationAction extends StaffAction {

    ConsiderIndependentEvaluationAction() {
        super(
                "considerIndependentEvaluation",
                "POST",
                "/independent-evaluations/{independentEvaluationId}/consideration");
    }

    @Override
    public Gate gate(Standing standing) {
        var received =
                standing.someLeft(Set.of(Kind.INDEPENDENT_EVALUATION_RECEIVED), Kind.INDEPENDENT_EVALUATION_CONSIDERED)
                        ? Gate.open()
                        : Gate.shut("independent-evaluation.none-received", "No results wait to be considered.");
        return standing.worked().and(received);
    }
}
