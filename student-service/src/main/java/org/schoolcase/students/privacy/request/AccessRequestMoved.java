package org.schoolcase.students.privacy.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.outbox.Event;

/**
 * Fact: a request to inspect a record took a step.
 *
 * @param requestedBy guardian who asked; null where the adult student did
 * @param dueOn the last day for an answer
 */
record AccessRequestMoved(
        UUID requestId, UUID studentId, @Nullable UUID requestedBy, AccessState state, LocalDate dueOn, Instant at)
        implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.access-request-moved.v1";
    }
}
