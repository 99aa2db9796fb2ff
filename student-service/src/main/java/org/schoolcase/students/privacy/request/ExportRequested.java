package org.schoolcase.students.privacy.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: every service is to assemble its part of an export; the records themselves never travel as events. */
record ExportRequested(
        UUID exportId, UUID studentId, List<UUID> mergedIds, int asking, Instant requestedAt, Instant expiresAt)
        implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.export-requested.v1";
    }
}
