package org.schoolcase.students.privacy.destruction;

import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: all services have destroyed what they kept of a student; the hash is that of the proof. */
record RecordDestroyed(UUID destructionId, UUID studentId, boolean wholeRecord, String hash, Instant at)
        implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.record-destroyed.v1";
    }
}
