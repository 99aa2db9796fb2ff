package org.schoolcase.cases.closure;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that a case is no longer worked on. */
record CaseClosed(UUID caseId, UUID studentId, LocalDate closedOn) implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.closed.v1";
    }
}
