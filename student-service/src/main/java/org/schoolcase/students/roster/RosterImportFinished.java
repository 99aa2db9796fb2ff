package org.schoolcase.students.roster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** A roster import has ended, well or not. */
record RosterImportFinished(UUID importId, RosterImportView.State state, Instant finishedAt) implements Event {

    @Override
    @JsonIgnore
    public UUID key() {
        return importId;
    }

    @Override
    @JsonIgnore
    public String type() {
        return "org.schoolcase.student.roster-import-finished.v1";
    }
}
