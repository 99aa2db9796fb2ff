package org.schoolcase.cases.evaluation.report;

import jakarta.inject.Singleton;
import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.evaluation.StaffAction;
import org.schoolcase.cases.happening.Kind;

/** When a report can be given to the parent: once there is one. */
@Singleton
class GiveReportAction extends StaffAction {

    GiveReportAction() {
        super("giveEvaluationReport", "POST", "/evaluations/{evaluationId}/report/copies");
    }

    @Override
    public Gate gate(Standing standing) {
        var reported = standing.lastOf(Kind.EVALUATION_REPORTED, Kind.REEVALUATION_REPORTED)
                .isPresent();
        return standing.worked()
                .and(
                        reported
                                ? Gate.open()
                                : Gate.shut("evaluation.not-reported", "No evaluation of the case has a report."));
    }
}
