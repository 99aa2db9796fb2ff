package org.schoolcase.kit.token;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the bearer token of a request (RFC 6750 section 2.1). */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private BearerToken() {}

    static Optional<String> of(RoutingContext routing) {
        @Nullable String header = routing.request().getHeader(HttpHeaders.AUTHORIZATION);
        return Optional.ofNullable(header)
                .filter(h -> h.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(h -> h.substring(SCHEME.length()).trim());
    }
}
