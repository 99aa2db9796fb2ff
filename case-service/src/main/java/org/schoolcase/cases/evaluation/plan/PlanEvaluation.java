package org.schoolcase.cases.evaluation.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.CurrentEvaluation;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.cases.evaluation.EvaluationGates;
import org.schoolcase.cases.evaluation.PlannedArea;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: an evaluation is planned by area, or its plan is changed before the report. */
@ApplicationScoped
class PlanEvaluation {

    private final Casework casework;
    private final PlanEvaluationAction action;
    private final CurrentEvaluation current;
    private final StoredPlans plans;
    private final Outbox outbox;

    PlanEvaluation(
            Casework casework,
            PlanEvaluationAction action,
            CurrentEvaluation current,
            StoredPlans plans,
            Outbox outbox) {
        this.casework = casework;
        this.action = action;
        this.current = current;
        this.plans = plans;
        this.outbox = outbox;
    }

    @Transactional
    Evaluation handle(UUID caseId, UUID evaluationId, PlanRequest plan, @Nullable String ifMatch) {
        var standing = casework.pass(caseId, action);
        var evaluation = current.require(standing, evaluationId);
        ETags.requireMatch(ifMatch, evaluation.version(), evaluation, plan);
        check(plan, evaluation, standing);
        plans.store(evaluation, plan);
        return told(standing, evaluation, plan);
    }

    private Evaluation told(Standing standing, Evaluation evaluation, PlanRequest plan) {
        var file = standing.file();
        casework.happened(file, Kind.EVALUATION_PLANNED, plan.plannedOn(), evaluation.id());
        outbox.append(new EvaluationPlanned(file.id(), file.studentId(), evaluation.id(), plan.plannedOn()));
        casework.wrote(
                AuditEntry.of("evaluation.plan", "evaluation", evaluation.id()).fields("plannedOn", "areas"), file);
        return current.again(evaluation);
    }

    private void check(PlanRequest plan, Evaluation evaluation, Standing standing) {
        var begun = evaluation.review().reviewedOn();
        var consented = EvaluationGates.consentedOn(standing).filter(begun::isBefore);
        casework.requireOrder(
                "/plannedOn",
                plan.plannedOn(),
                consented.orElse(begun),
                consented.isPresent() ? "the consent" : "the review");
        requireEachOnce(plan);
        requireVariety(plan);
        requireDoneOnesKept(plan, evaluation);
    }

    private static void requireEachOnce(PlanRequest plan) {
        var seen = new HashSet<>();
        for (int i = 0; i < plan.areas().size(); i++) {
            if (!seen.add(plan.areas().get(i).area())) {
                throw refused("evaluation.area-twice", "/areas/" + i + "/area", "The area stands in the plan already.");
            }
        }
    }

    private static void requireVariety(PlanRequest plan) {
        var procedures = plan.areas().stream()
                .mapToInt(area -> area.instruments().size())
                .sum();
        if (procedures < 2) {
            throw refused(
                            "evaluation.single-measure",
                            "/areas/0/instruments",
                            "A variety of tools is used; no single measure decides.")
                    .citing("34 CFR 300.304(b)(1)-(2)");
        }
    }

    private static void requireDoneOnesKept(PlanRequest plan, Evaluation evaluation) {
        var kept = plan.areas().stream().map(PlanRequest.PlanArea::area).toList();
        var lost = evaluation.areas().stream()
                .filter(PlannedArea::hasResult)
                .map(PlannedArea::area)
                .filter(area -> !kept.contains(area))
                .toList();
        if (!lost.isEmpty()) {
            throw refused("evaluation.area-has-result", "/areas", "Has a result and stays in the plan: " + lost + ".");
        }
    }

    private static ProblemException refused(String code, String pointer, String detail) {
        return ProblemException.unprocessable(code, detail).field(pointer, "refused", detail);
    }
}
