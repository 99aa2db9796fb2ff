package org.schoolcase.cases.exit;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that special education of a student ended, and not why. */
record CaseExited(UUID caseId, UUID studentId, UUID exitId, LocalDate exitedOn) implements Event {

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.exited.v1";
    }
}
