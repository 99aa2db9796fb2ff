package org.schoolcase.cases.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.kit.problem.ProblemException;

/** The evaluation under way that a request names. */
@ApplicationScoped
public class CurrentEvaluation {

    private final Evaluations evaluations;

    CurrentEvaluation(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    /** 404 when the case has no such evaluation, 409 when it is not the one under way. */
    public Evaluation require(Standing standing, UUID evaluationId) {
        var evaluation = evaluations.find(standing.file().id(), evaluationId).orElseThrow(ProblemException::notFound);
        if (!EvaluationGates.underWay(standing).filter(evaluationId::equals).isPresent()) {
            throw ProblemException.conflict("evaluation.not-current", "Another evaluation is under way now.");
        }
        return evaluation;
    }

    /** The same, as it is now. */
    public Evaluation again(Evaluation evaluation) {
        return evaluations.require(evaluation.caseId(), evaluation.id());
    }
}
