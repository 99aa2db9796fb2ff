package org.schoolcase.kit.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Asks a registered issuer for its keys by OpenID Connect discovery; never follows a redirect or a URL from a token. */
@ApplicationScoped
class KeyFetcher {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LONGEST = 256 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(Redirect.NEVER)
            .build();

    /** Key id to X.509 public key in base64. */
    Map<String, String> fetch(String issuer) throws IOException, InterruptedException {
        var discovery = JSON.readTree(get(URI.create(issuer + "/.well-known/openid-configuration")));
        if (!issuer.equals(discovery.path("issuer").asText())) {
            throw new IOException("The discovery document names another issuer");
        }
        return keys(get(jwksUri(issuer, discovery)));
    }

    private static URI jwksUri(String issuer, JsonNode discovery) throws IOException {
        var uri = URI.create(discovery.path("jwks_uri").asText());
        if (!String.valueOf(uri.getAuthority()).equals(URI.create(issuer).getAuthority())) {
            throw new IOException("The keys would come from another host than the issuer's");
        }
        return uri;
    }

    private static Map<String, String> keys(String jwks) throws IOException {
        try {
            var keys = new HashMap<String, String>();
            for (var key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
                if (key instanceof PublicJsonWebKey pub && !"enc".equals(key.getUse()) && key.getKeyId() != null) {
                    keys.put(
                            key.getKeyId(),
                            Base64.getEncoder()
                                    .encodeToString(pub.getPublicKey().getEncoded()));
                }
            }
            return Map.copyOf(keys);
        } catch (JoseException e) {
            throw new IOException("The issuer's key set cannot be read", e);
        }
    }

    private String get(URI uri) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        var response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200 || response.body().length() > LONGEST) {
            throw new IOException("The issuer answered " + response.statusCode());
        }
        return response.body();
    }
}
