package org.schoolcase.students.identity.merge;

import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: a merge was undone; what it had moved is the other record's again. */
record StudentUnmerged(UUID mergedId, UUID survivingId, Instant at) implements Event {

    @Override
    public UUID key() {
        return mergedId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.unmerged.v1";
    }
}
