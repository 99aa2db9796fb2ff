package org.schoolcase.students.identity.merge;

import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: two records were found to be one student; what is kept under the one id belongs to the other from now on. */
record StudentMerged(UUID mergedId, UUID survivingId, Instant at) implements Event {

    @Override
    public UUID key() {
        return mergedId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.merged.v1";
    }
}
