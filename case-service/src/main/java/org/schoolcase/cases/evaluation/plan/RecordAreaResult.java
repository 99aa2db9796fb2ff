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
import org.schoolcase.kit.security.CurrentUser;

/** Use case: an area of the plan is done; its result is recorded with the assessments it rests on. */
@ApplicationScoped
class RecordAreaResult {

    private final Casework casework;
    private final RecordAreaResultAction action;
    private final CurrentEvaluation current;
    private final StoredPlans plans;
    private final CurrentUser user;

    RecordAreaResult(
            Casework casework,
            RecordAreaResultAction action,
            CurrentEvaluation current,
            StoredPlans plans,
            CurrentUser user) {
        this.casework = casework;
        this.action = action;
        this.current = current;
        this.plans = plans;
        this.user = user;
    }

    @Transactional
    Evaluation handle(UUID caseId, UUID evaluationId, AreaResultRequest result) {
        var standing = casework.pass(caseId, action);
        var evaluation = current.require(standing, evaluationId);
        requireWaiting(result, evaluation);
        requireOwn(caseId, result, evaluation);
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

    /** Who does not manage the case records the areas that the plan gives him, as assessed by himself. */
    private void requireOwn(UUID caseId, AreaResultRequest result, Evaluation evaluation) {
        if (casework.isWhole(caseId)) {
            return;
        }
        var me = user.staffId();
        var own = evaluation.areas().stream()
                .anyMatch(it -> it.area() == result.area()
                        && me.filter(it.assessorId()::equals).isPresent());
        if (!own || !me.filter(result.assessedBy()::equals).isPresent()) {
            var detail = "Who does not manage the case records the areas that the plan gives to him.";
            throw ProblemException.unprocessable("evaluation.area-of-another", detail)
                    .field(own ? "/assessedBy" : "/area", "refused", detail);
        }
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
