package org.schoolcase.cases.enrollment;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/**
 * Tells the suite that the student of an open case enrolled at another school.
 *
 * @param underEvaluation whether an evaluation was under way (34 CFR 300.304(c)(5), 300.301(d)(2))
 */
record StudentEnrolled(UUID caseId, UUID studentId, LocalDate enrolledOn, boolean underEvaluation) implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.student-enrolled.v1";
    }
}
