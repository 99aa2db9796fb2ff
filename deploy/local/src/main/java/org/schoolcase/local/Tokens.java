package org.schoolcase.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Real tokens of the local Keycloak, each used again for half its life. */
public final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration REUSE = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();
    private final Suite suite;

    public Tokens(Suite suite) {
        this.suite = suite;
    }

    /** A person's token by the command-line client; the user names are the roles. */
    public String person(DemoWorld.District district, String user) {
        return token(
                district.realm(),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "schoolcase-cli",
                        "username",
                        user,
                        "password",
                        DemoWorld.PASSWORD));
    }

    public String sisSync(DemoWorld.District district) {
        return machine(district.realm(), "sis-sync");
    }

    /** A token of the client that reads rosters, with these OneRoster scopes separated by spaces. */
    public String rosterReader(DemoWorld.District district, String scopes) {
        return token(
                district.realm(),
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "oneroster-reader",
                        "client_secret",
                        "demo-oneroster-reader",
                        "scope",
                        scopes));
    }

    public String agency(DemoWorld.Agency agency) {
        return machine("agencies", agency.client());
    }

    public String operator() {
        return machine("operator", "operator-cli");
    }

    private String machine(String realm, String clientId) {
        return token(
                realm,
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", "demo-" + clientId));
    }

    /** One at a time: a provider that guards against guessing refuses a second login of a person at the same moment. */
    private synchronized String token(String realm, Map<String, String> form) {
        String key = realm + form.get("client_id") + form.get("username") + form.get("scope");
        Issued known = issued.get(key);
        if (known != null && System.nanoTime() - known.at() < REUSE.toNanos()) {
            return known.token();
        }
        Issued fresh = new Issued(fetch(realm, form), System.nanoTime());
        issued.put(key, fresh);
        return fresh.token();
    }

    private String fetch(String realm, Map<String, String> form) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(suite.issuer(realm) + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)))
                .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new LaunchException("Keycloak gives no token of " + realm + ": " + body);
            }
            return body.path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("interrupted", e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Issued(String token, long at) {}
}
