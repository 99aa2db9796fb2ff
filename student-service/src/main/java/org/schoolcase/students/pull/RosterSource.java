package org.schoolcase.students.pull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student information system that a roster is pulled from.
 *
 * @param intervalMinutes minutes from one scheduled run to the next; null for runs on demand only
 * @param nextRunAt when the schedule makes the next run
 */
record RosterSource(
        UUID id,
        URI baseUrl,
        URI tokenUrl,
        String clientId,
        ClientAuthentication clientAuthentication,
        List<String> scopes,
        @Nullable Integer intervalMinutes,
        boolean active,
        long version,
        @Nullable Instant nextRunAt) {

    /** How the client shows its secret (RFC 6749, 2.3.1). */
    enum ClientAuthentication {
        BASIC,
        POST
    }

    /** Whether a URL is of the same server as the base URL; no other is followed. */
    boolean isHere(URI uri) {
        return baseUrl.getScheme().equals(uri.getScheme())
                && baseUrl.getHost().equalsIgnoreCase(String.valueOf(uri.getHost()))
                && port(baseUrl) == port(uri);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
