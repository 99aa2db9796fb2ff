package org.schoolcase.cases.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that work on a student's case has begun. */
record CaseOpened(UUID caseId, UUID studentId, UUID caseManagerId, LocalDate openedOn) implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.opened.v1";
    }
}
