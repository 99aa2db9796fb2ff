package org.schoolcase.cases.evaluation.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.CopyRequest;
import org.schoolcase.cases.evaluation.Evaluations;
import org.schoolcase.cases.evaluation.ParentCopies;
import org.schoolcase.cases.evaluation.ParentCopy;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;

/** Use case: a parent is given the evaluation report, at no cost. */
@ApplicationScoped
class GiveReport {

    private final Casework casework;
    private final GiveReportAction action;
    private final Evaluations evaluations;
    private final ParentCopies copies;

    GiveReport(Casework casework, GiveReportAction action, Evaluations evaluations, ParentCopies copies) {
        this.casework = casework;
        this.action = action;
        this.evaluations = evaluations;
        this.copies = copies;
    }

    @Transactional
    ParentCopy handle(UUID caseId, UUID evaluationId, CopyRequest request) {
        var file = casework.pass(caseId, action).file();
        var evaluation = evaluations.find(caseId, evaluationId).orElseThrow(ProblemException::notFound);
        var report = evaluation.report();
        if (report == null) {
            throw ProblemException.conflict("evaluation.not-reported", "This evaluation has no report yet.");
        }
        casework.requireOrder("/givenOn", request.givenOn(), report.reportedOn(), "the report");
        casework.requireParent(request.guardianId(), file, "/guardianId");
        var copy = copies.store(file, ParentCopy.Document.EVALUATION_REPORT, evaluationId, request);
        casework.happened(file, Kind.REPORT_GIVEN_TO_PARENT, request.givenOn(), evaluationId);
        casework.wrote(
                AuditEntry.of("evaluation.give-report", "evaluation", evaluationId)
                        .fields("guardianId", "givenOn", "method", "language"),
                file);
        return copy;
    }
}
