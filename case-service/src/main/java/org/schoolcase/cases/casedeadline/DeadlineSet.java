package org.schoolcase.cases.casedeadline;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite by when a step of a case is due. */
public record DeadlineSet(UUID caseId, UUID studentId, UUID deadlineId, String ruleId, LocalDate dueOn)
        implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.deadline-set.v1";
    }
}
