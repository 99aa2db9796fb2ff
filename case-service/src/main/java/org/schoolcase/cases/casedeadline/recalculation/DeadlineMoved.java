package org.schoolcase.cases.casedeadline.recalculation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that a due date is another one than before; a date that is absent was or is not computed. */
record DeadlineMoved(
        UUID caseId,
        UUID studentId,
        UUID deadlineId,
        @Nullable String ruleId,
        @Nullable LocalDate fromOn,
        @Nullable LocalDate toOn,
        Because because)
        implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.deadline-moved.v1";
    }
}
