package org.schoolcase.students.guardian;

import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: a student has one more guardian. */
record GuardianAdded(UUID studentId, UUID guardianId, Instant addedAt) implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.guardian-added.v1";
    }
}
