package org.schoolcase.students.privacy.request;

import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: an export needs no parts any more; every service deletes its own. */
record ExportClosed(UUID exportId, UUID studentId, Instant closedAt) implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.export-closed.v1";
    }
}
