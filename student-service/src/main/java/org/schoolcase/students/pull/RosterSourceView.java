package org.schoolcase.students.pull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.pull.RosterSource.ClientAuthentication;

/** A source as it is shown: all but its secret. */
public record RosterSourceView(
        UUID id,
        URI baseUrl,
        URI tokenUrl,
        String clientId,
        ClientAuthentication clientAuthentication,
        List<String> scopes,
        @Nullable Integer intervalMinutes,
        boolean active,
        @Nullable Instant nextRunAt) {

    static RosterSourceView of(RosterSource source) {
        return new RosterSourceView(
                source.id(),
                source.baseUrl(),
                source.tokenUrl(),
                source.clientId(),
                source.clientAuthentication(),
                source.scopes(),
                source.intervalMinutes(),
                source.active(),
                source.nextRunAt());
    }
}
