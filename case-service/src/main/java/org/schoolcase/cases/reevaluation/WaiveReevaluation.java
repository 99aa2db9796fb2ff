package org.schoolcase.cases.reevaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.cases.evaluation.Evaluations;
import org.schoolcase.cases.happening.Kind;
import org.schoolcase.kit.audit.AuditEntry;

/**
 * Use case: parent and agency agree in writing that the three-year reevaluation is unnecessary; its clock ends, and the next
 * one counts from the agreement, so that no student is forgotten.
 */
@ApplicationScoped
class WaiveReevaluation {

    private final Casework casework;
    private final WaiveReevaluationAction action;
    private final Reevaluations reevaluations;
    private final Evaluations evaluations;

    WaiveReevaluation(
            Casework casework, WaiveReevaluationAction action, Reevaluations reevaluations, Evaluations evaluations) {
        this.casework = casework;
        this.action = action;
        this.reevaluations = reevaluations;
        this.evaluations = evaluations;
    }

    @Transactional
    Reevaluation.Waiver handle(UUID caseId, WaiverRequest request) {
        var file = casework.pass(caseId, action).file();
        casework.requireOrder("/agreedOn", request.agreedOn(), evaluatedOn(file), "the last evaluation");
        casework.requireParent(request.guardianId(), file, "/guardianId");
        var added = reevaluations.add(file, request);
        casework.happened(file, Kind.REEVALUATION_WAIVED, added.agreedOn(), added.id());
        casework.wrote(
                AuditEntry.of("reevaluation.waive", "reevaluation-waiver", added.id())
                        .fields("guardianId", "staffId", "agreedOn", "reason"),
                file);
        return added;
    }

    private LocalDate evaluatedOn(CaseFile file) {
        return evaluations
                .lastReported(file.id())
                .map(Evaluation.Line::reportedOn)
                .orElse(file.receivedOn());
    }
}
