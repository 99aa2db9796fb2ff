package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.casefile.CaseFile;

/** Lets filing pass or refuses it as the list of the case's actions says. */
@ApplicationScoped
class AssessmentGate {

    private final Gates gates;
    private final StartAssessmentAction start;
    private final CompleteAssessmentAction complete;

    AssessmentGate(Gates gates, StartAssessmentAction start, CompleteAssessmentAction complete) {
        this.gates = gates;
        this.start = start;
        this.complete = complete;
    }

    void require(AssessmentRequests.Start request, CaseFile file) {
        var action = request.supersedes() == null ? start.forPurpose(request.purpose()) : start.forCorrection();
        gates.require(action, file);
    }

    void requireCompletion(CaseFile file) {
        gates.require(complete, file);
    }
}
