package org.schoolcase.cases.presence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who has which part of a case open now, the longest there first. */
public record PresenceView(UUID caseId, List<Viewer> open) {

    /**
     * Somebody who has something open.
     *
     * @param since first heartbeat without a gap of 45 seconds
     */
    public record Viewer(
            UUID staffId,

            @Schema(description = "Role in which it was opened", examples = "case-manager")
            String role,

            String resource,
            @Nullable String section,
            Instant since) {}
}
