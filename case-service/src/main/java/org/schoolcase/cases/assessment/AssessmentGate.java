package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import org.schoolcase.cases.action.Gates;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.instrument.definition.Purpose;

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

    void require(Purpose purpose, CaseFile file) {
        gates.require(start.forPurpose(purpose), file);
    }

    void requireCompletion(CaseFile file) {
        gates.require(complete, file);
    }
}
