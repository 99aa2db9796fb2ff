package org.schoolcase.cases.independentevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.cases.evaluation.Evaluations;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.cases.independentevaluation.IndependentEvaluation.Expense;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: a parent disagrees with an evaluation and asks for an independent one, or tells of one at his own expense. */
@ApplicationScoped
class RequestIndependentEvaluation {

    private final Casework casework;
    private final RequestIndependentEvaluationAction action;
    private final IndependentEvaluations store;
    private final Evaluations evaluations;

    RequestIndependentEvaluation(
            Casework casework,
            RequestIndependentEvaluationAction action,
            IndependentEvaluations store,
            Evaluations evaluations) {
        this.casework = casework;
        this.action = action;
        this.store = store;
        this.evaluations = evaluations;
    }

    @Transactional
    IndependentEvaluation handle(UUID caseId, Requests.Request request) {
        var file = casework.pass(caseId, action).file();
        var evaluation = reported(caseId, request.evaluationId());
        casework.requireOrder("/requestedOn", request.requestedOn(), evaluation.lastDate(), "the report");
        casework.requireParent(request.guardianId(), file, "/guardianId");
        requireFirstAtPublicExpense(caseId, request);
        var id = store.add(file, request);
        var kind = request.expense() == Expense.PUBLIC
                ? Kind.INDEPENDENT_EVALUATION_REQUESTED
                : Kind.INDEPENDENT_EVALUATION_ANNOUNCED;
        casework.happened(file, kind, request.requestedOn(), id);
        casework.wrote(
                AuditEntry.of("independent-evaluation.request", "independent-evaluation", id)
                        .fields("evaluationId", "expense", "guardianId", "requestedOn", "disagreement"),
                file);
        return store.find(caseId, id).orElseThrow();
    }

    private Evaluation reported(UUID caseId, UUID evaluationId) {
        return evaluations
                .find(caseId, evaluationId)
                .filter(Evaluation::isReported)
                .orElseThrow(() -> ProblemException.unprocessable(
                                "independent-evaluation.no-report", "The case has no such evaluation with a report.")
                        .field("/evaluationId", "no-report", "Names a reported evaluation of this case."));
    }

    private void requireFirstAtPublicExpense(UUID caseId, Requests.Request request) {
        var another = store.ofCase(caseId).stream()
                .anyMatch(it ->
                        it.expense() == Expense.PUBLIC && it.evaluationId().equals(request.evaluationId()));
        if (request.expense() == Expense.PUBLIC && another) {
            throw ProblemException.unprocessable(
                            "independent-evaluation.second-at-public-expense",
                            "One at public expense for each evaluation disagreed with; it was asked for before.")
                    .field("/expense", "second", "At private expense it is considered all the same.")
                    .citing("34 CFR 300.502(b)(5)");
        }
    }
}
