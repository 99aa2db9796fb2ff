package org.schoolcase.kit.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An audit entry on its way to the table. */
public record PendingAudit(
        UUID districtId,
        UUID id,
        Instant at,
        String actor,
        String roles,
        String action,
        String outcome,
        String entity,
        UUID entityId,
        @Nullable UUID studentId,
        String fields,
        @Nullable String basis,
        @Nullable String requestId) {}
