package org.schoolcase.kit.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/** Refuses a body that is too large: by the length it states before a byte is read, else while it is read. */
@ApplicationScoped
class BodyLimit {

    private final long largestJson;
    private final long largestFile;

    BodyLimit(
            @ConfigProperty(name = "schoolcase.http.largest-json") long largestJson,
            @ConfigProperty(name = "schoolcase.http.largest-file") long largestFile) {
        this.largestJson = largestJson;
        this.largestFile = largestFile;
    }

    @ServerRequestFilter(nonBlocking = true)
    public void bound(ContainerRequestContext request) {
        var stated = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (stated == null && request.getHeaderString("Transfer-Encoding") == null) {
            return; // has no body (RFC 9112, section 6.3)
        }
        long most = isJson(request.getMediaType()) ? largestJson : largestFile;
        if (stated == null) {
            request.setEntityStream(new Bounded(request.getEntityStream(), most));
        } else if (Long.parseLong(stated) > most) {
            throw tooLarge(most);
        }
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type == null || type.getSubtype().endsWith("json");
    }

    private static ProblemException tooLarge(long most) {
        return ProblemException.of(
                413,
                "body.too-large",
                "Too large",
                "The body is larger than the %,d bytes that this operation takes.".formatted(most));
    }

    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long read;

        private Bounded(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int got = super.read(into, from, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) {
                throw tooLarge(most);
            }
        }
    }
}
