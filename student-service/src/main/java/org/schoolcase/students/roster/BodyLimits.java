package org.schoolcase.students.roster;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Lets large bodies through for roster packages and files of indicator data alone. The server's limit must be that of a package, so every other path
 * is held to the small one here, whether the length is announced or the body comes in chunks.
 */
@ApplicationScoped
class BodyLimits {

    private static final Set<String> LARGE = Set.of("/v1/roster-imports", "/v1/indicator-imports");
    private static final long OTHERS = 2L << 20;
    private static final String PROBLEM = """
            {"type":"urn:schoolcase:problem:body.too-large","title":"Too large","status":413,"code":"body.too-large",\
            "detail":"The body of this request is too large."}""";

    /** After the server's own check, which a later handler may only tighten. */
    private static final int AFTER_THE_SERVER = 1;

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::limit, AFTER_THE_SERVER);
    }

    private static void limit(RoutingContext request) {
        if (LARGE.contains(request.normalizedPath())) {
            request.next();
        } else if (announced(request) > OTHERS) {
            request.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONNECTION, "close")
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(PROBLEM);
        } else {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, OTHERS);
            request.next();
        }
    }

    private static long announced(RoutingContext request) {
        var length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
