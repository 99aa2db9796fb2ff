package org.schoolcase.cases.evaluation.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.CurrentEvaluation;
import org.schoolcase.cases.evaluation.Cycle;
import org.schoolcase.cases.evaluation.Documents;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.cases.evaluation.Report;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.sql.Rows;

/** Use case: the evaluation is complete and its report is written; clocks of law end and start with it. */
@ApplicationScoped
class ReportEvaluation {

    private static final String STORE =
            "UPDATE evaluation SET reported_on = ?, report = CAST(? AS jsonb), version = version + 1 WHERE id = ?";

    private final Casework casework;
    private final ReportEvaluationAction action;
    private final CurrentEvaluation current;
    private final Documents documents;
    private final Rows rows;
    private final Outbox outbox;

    ReportEvaluation(
            Casework casework,
            ReportEvaluationAction action,
            CurrentEvaluation current,
            Documents documents,
            Rows rows,
            Outbox outbox) {
        this.casework = casework;
        this.action = action;
        this.current = current;
        this.documents = documents;
        this.rows = rows;
        this.outbox = outbox;
    }

    @Transactional
    Evaluation handle(UUID caseId, UUID evaluationId, Report report) {
        var standing = casework.pass(caseId, action);
        var evaluation = current.require(standing, evaluationId);
        casework.requireOrder(
                "/reportedOn", report.reportedOn(), evaluation.lastDate(), "the last step of the evaluation");
        rows.write(STORE, report.reportedOn(), documents.text(report), evaluationId);
        tell(standing, evaluation, report);
        return current.again(evaluation);
    }

    private void tell(Standing standing, Evaluation evaluation, Report report) {
        var file = standing.file();
        var kind = evaluation.cycle() == Cycle.INITIAL ? Kind.EVALUATION_REPORTED : Kind.REEVALUATION_REPORTED;
        casework.happened(file, kind, report.reportedOn(), evaluation.id());
        outbox.append(new EvaluationReported(file.id(), file.studentId(), evaluation.id(), report.reportedOn()));
        casework.wrote(
                AuditEntry.of("evaluation.report", "evaluation", evaluation.id())
                        .fields("reportedOn", "sections", "authors", "dissents"),
                file);
    }
}
