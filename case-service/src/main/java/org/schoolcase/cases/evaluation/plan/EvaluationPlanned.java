package org.schoolcase.cases.evaluation.plan;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that an evaluation is planned, or planned anew. */
record EvaluationPlanned(UUID caseId, UUID studentId, UUID evaluationId, LocalDate plannedOn) implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.evaluation-planned.v1";
    }
}
