package org.schoolcase.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/** Calls the suite's services as a program outside does: HTTP, JSON and a bearer token. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Suite suite;

    public Api(Suite suite) {
        this.suite = suite;
    }

    public Answer get(Service service, String path, String token) {
        return send(request(service, path, token).GET());
    }

    /** Posts with an {@code Idempotency-Key} of its own. */
    public Answer post(Service service, String path, String token, Object body) {
        return send(request(service, path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(json(body)));
    }

    /** Posts a step on a thing whose version is known: without a body, with {@code If-Match}. */
    public Answer postStep(Service service, String path, String token, String etag) {
        return send(request(service, path, token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .POST(BodyPublishers.noBody()));
    }

    /** Puts what is not there yet; 412 when it is. */
    public Answer putNew(Service service, String path, String token, Object body) {
        return send(request(service, path, token)
                .header("Content-Type", "application/json")
                .header("If-None-Match", "*")
                .PUT(json(body)));
    }

    /** Puts over the version that was read; {@code *} over whichever there is. */
    public Answer put(Service service, String path, String token, String etag, Object body) {
        return send(request(service, path, token)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .PUT(json(body)));
    }

    /** Posts a step with its words on the version that was read. */
    public Answer postStep(Service service, String path, String token, String etag, Object body) {
        return send(request(service, path, token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", etag)
                .POST(json(body)));
    }

    public Answer postZip(Service service, String path, String token, byte[] zip) {
        return postFile(service, path, token, "application/zip", zip);
    }

    public Answer postFile(Service service, String path, String token, String mediaType, byte[] content) {
        return send(request(service, path, token)
                .header("Content-Type", mediaType)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(content)));
    }

    /** The file at this path; an error when there is none. */
    public byte[] download(Service service, String path, String token) {
        HttpResponse<byte[]> response =
                exchange(request(service, path, token).GET().build(), BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new LaunchException("GET " + path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder request(Service service, String path, String token) {
        return HttpRequest.newBuilder(URI.create(suite.url(service) + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        HttpResponse<String> response = exchange(request, BodyHandlers.ofString());
        return new Answer(
                request.method() + " " + request.uri().getPath(),
                response.statusCode(),
                read(response.body()),
                response.headers());
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
    }

    private static BodyPublisher json(Object body) {
        try {
            return BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(body);
        }
    }

    /**
     * What a service answered.
     *
     * @param request the method and path it answers to
     * @param body the JSON; missing when there was no body
     */
    public record Answer(String request, int status, JsonNode body, HttpHeaders headers) {
        /** This answer when its status is one of these; an error that shows the problem otherwise. */
        public Answer expect(int... statuses) {
            if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
                throw new LaunchException(
                        request + " answered " + status + " instead of " + Arrays.toString(statuses) + ": " + body);
            }
            return this;
        }

        /** The version for {@code If-Match}; empty when the answer has none. */
        public String etag() {
            return headers.firstValue("ETag").orElse("");
        }

        /** The text of a field; empty when there is none. */
        public String text(String field) {
            return body.path(field).asText("");
        }
    }
}
