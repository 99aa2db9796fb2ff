package org.schoolcase.kit.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What an unverified token says of itself: only used to look up the key that then verifies it. */
record TokenHeader(String issuer, String kid) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST = 16_384;

    static Optional<TokenHeader> of(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3 || token.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var kid = decode(parts[0]).path("kid").asText("");
            var issuer = decode(parts[1]).path("iss").asText("");
            return kid.isEmpty() || issuer.isEmpty() ? Optional.empty() : Optional.of(new TokenHeader(issuer, kid));
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static JsonNode decode(String part) throws JsonProcessingException {
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
