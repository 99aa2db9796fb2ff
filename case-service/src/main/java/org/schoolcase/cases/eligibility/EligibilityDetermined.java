package org.schoolcase.cases.eligibility;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that eligibility was decided on, and not how: category and decision are read where access is checked. */
record EligibilityDetermined(UUID caseId, UUID studentId, UUID determinationId, LocalDate decidedOn) implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.eligibility-determined.v1";
    }
}
