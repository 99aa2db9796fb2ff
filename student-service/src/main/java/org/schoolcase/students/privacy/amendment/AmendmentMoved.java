package org.schoolcase.students.privacy.amendment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.outbox.Event;

/**
 * Fact: a request to amend a record took a step.
 *
 * @param requestedBy guardian who asked; null where the adult student did
 */
record AmendmentMoved(
        UUID amendmentId, UUID studentId, @Nullable UUID requestedBy, String step, AmendmentState state, Instant at)
        implements Event {

    @Override
    public UUID key() {
        return studentId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.amendment-moved.v1";
    }
}
