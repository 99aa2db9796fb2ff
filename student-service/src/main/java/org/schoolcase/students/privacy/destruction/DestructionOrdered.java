package org.schoolcase.students.privacy.destruction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: every service is to destroy what it keeps of a student. */
record DestructionOrdered(
        UUID destructionId, UUID studentId, List<UUID> mergedIds, boolean wholeRecord, Instant orderedAt)
        implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.destruction-ordered.v1";
    }
}
