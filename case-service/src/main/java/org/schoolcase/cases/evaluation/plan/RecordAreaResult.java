package org.schoolcase.cases.evaluation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.CurrentEvaluation;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: an area of the plan is done; its result is recorded with the assessments it rests on. */
@ApplicationScoped
class RecordAreaResult {

    private final Casework casework;
    private final RecordAreaResultAction action;
    private final CurrentEvaluation current;
    private final StoredPlans plans;
    private final OwnAreas ownAreas;

    RecordAreaResult(
            Casework casework,
            RecordAreaResultAction action,
            CurrentEvaluation current,
            StoredPlans plans,
            OwnAreas ownAreas) {
        this.casework = casework;
        this.action = action;
        this.current = current;
        this.plans = plans;
        this.ownAreas = ownAreas;
    }

    @Transactional
    Evaluation handle(UUID caseId, UUID evaluationId, AreaResultRequest result) {
        var standing = casework.pass(caseId, action);
        var evaluation = current.require(standing, evaluationId);
        requireWaiting(result, evaluation);
        ownAreas.require(caseId, result, evaluation);
        requireAfterConsent(result, evaluation, standing);
        plans.storeResult(evaluation, result);
        casework.happened(standing.file(), Kind.AREA_EVALUATED, result.completedOn(), evaluation.id());
        casework.wrote(
                AuditEntry.of("evaluation.area-result", "evaluation", evaluation.id())
                        .fields("completedOn", "assessedBy", "assessmentIds", "summary"),
                standing.file());
        return current.again(evaluation);
    }

    private void requireAfterConsent(AreaResultRequest result, Evaluation evaluation, Standing standing) {
        var begun = evaluation.review().reviewedOn();
        casework.requireOrder(
                "/completedOn",
                result.completedOn(),
                EvaluationGates.consentedOn(standing).orElse(begun),
                "the consent");
    }

    private static void requireWaiting(AreaResultRequest result, Evaluation evaluation) {
        var planned = evaluation.areas().stream()
                .filter(it -> it.area() == result.area())
                .findFirst();
        if (planned.isEmpty()) {
            throw refused("evaluation.area-not-planned", "The plan has no such area; change the plan first.");
        }
        if (planned.get().hasResult()) {
            throw refused("evaluation.area-has-result", "The area has its result already.");
        }
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.unprocessable(code, detail).field("/area", "refused", detail);
    }
}
