package org.schoolcase.cases.evaluation.report;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that the report of an evaluation is written. */
record EvaluationReported(UUID caseId, UUID studentId, UUID evaluationId, LocalDate reportedOn) implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.evaluation-reported.v1";
    }
}
