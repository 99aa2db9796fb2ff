package org.schoolcase.kit.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of the running transaction. Data is JSON; null is a tombstone. */
public record PendingEvent(
        UUID id,
        String topic,
        String key,
        String type,
        Instant occurredAt,
        @Nullable String data,
        @Nullable String traceparent) {}
