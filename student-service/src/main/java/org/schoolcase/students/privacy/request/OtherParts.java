package org.schoolcase.students.privacy.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.DigestOutputStream;
import java.util.UUID;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.privacy.archive.PartFile;

/**
 * Fetches the parts of the other services with the custodian's own token: this service can get nothing that he could not
 * get himself, and needs no secret of its own. A part that is not the one that was announced is refused.
 */
@ApplicationScoped
class OtherParts {

    private static final int BUFFER = 64 << 10;

    private final PrivacyConfig config;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    OtherParts(PrivacyConfig config, ObjectMapper json) {
        this.config = config;
        this.json = json;
    }

    @PreDestroy
    void close() {
        http.close();
    }

    /** @throws ProblemException 503 {@code export.part-unavailable} with the name of the service */
    PartFile fetch(String service, UUID exportId, @Nullable String sha256, String authorization) {
        var address = config.services().get(service);
        if (address == null || address.isEmpty()) {
            throw unavailable(service, "its address is not set");
        }
        try {
            var request = HttpRequest.newBuilder(part(address.get(), exportId))
                    .timeout(config.partTimeout())
                    .header("Authorization", authorization)
                    .header("Accept", "application/json")
                    .build();
            var answer = http.send(request, BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw unavailable(service, "it answered " + answer.statusCode());
                }
                return received(service, body, sha256);
            }
        } catch (IOException e) {
            throw unavailable(service, "it does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(service, "it does not answer");
        }
    }

    /** Into a file, whatever its size: a whole record need not fit into memory. */
    private PartFile received(String service, InputStream body, @Nullable String sha256) throws IOException {
        var digest = DigestUtils.getSha256Digest();
        var part = PartFile.write(service, json, out -> {
            try (var digested = new DigestOutputStream(out, digest)) {
                copy(service, body, digested);
            }
        });
        if (!Hex.encodeHexString(digest.digest()).equals(sha256)) {
            part.close();
            throw unavailable(service, "its part is not the one it announced");
        }
        return part;
    }

    private void copy(String service, InputStream body, OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        long room = config.partLimit().asLongValue();
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            room -= read;
            if (room < 0) {
                throw unavailable(service, "its part is too large");
            }
            out.write(buffer, 0, read);
        }
    }

    private static URI part(URI address, UUID exportId) {
        return URI.create(address.toString().replaceAll("/$", "") + "/v1/export-parts/" + exportId);
    }

    private static ProblemException unavailable(String service, String why) {
        return ProblemException.of(
                        503,
                        "export.part-unavailable",
                        "A part is missing",
                        "The part of %s cannot be fetched: %s. Nothing was changed.".formatted(service, why))
                .with("service", service);
    }
}
