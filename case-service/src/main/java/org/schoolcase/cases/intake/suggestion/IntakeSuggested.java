package org.schoolcase.cases.intake.suggestion;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite that somebody should look at a student who has no open case. */
record IntakeSuggested(UUID suggestionId, UUID studentId, String indicator, String level, LocalDate changedOn)
        implements Event {

    @Override
    public UUID key() {
        return suggestionId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.intake-suggested.v1";
    }
}
