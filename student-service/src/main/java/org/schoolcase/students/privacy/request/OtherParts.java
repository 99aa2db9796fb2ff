package org.schoolcase.students.privacy.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;

/**
 * Fetches the parts of the other services with the custodian's own token: this service can get nothing that he could not
 * get himself, and needs no secret of its own. A part that is not the one that was announced is refused.
 */
@ApplicationScoped
class OtherParts {

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
    JsonNode fetch(String service, UUID exportId, @Nullable String sha256, String authorization) {
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
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw unavailable(service, "it answered " + answer.statusCode());
            }
            if (!sha256(answer.body()).equals(sha256)) {
                throw unavailable(service, "its part is not the one it announced");
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw unavailable(service, "it does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(service, "it does not answer");
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

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
