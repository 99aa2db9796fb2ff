package org.schoolcase.kit.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** An access token as Keycloak would make it. */
public final class TestToken {

    private final TestIssuer issuer;
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private String audience = "schoolcase-api";
    private String subject = UUID.randomUUID().toString();
    private Instant expires = Instant.now().plusSeconds(300);

    TestToken(TestIssuer issuer, String... roles) {
        this.issuer = issuer;
        claims.put("realm_access", Map.of("roles", new ArrayList<>(List.of(roles))));
    }

    /** Any claim. */
    public TestToken claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    /** The district the token says it is of. */
    public TestToken district(UUID id) {
        return claim("district_id", id.toString());
    }

    /** The staff member. */
    public TestToken staff(UUID id) {
        return claim("staff_id", id.toString());
    }

    /** The guardian. */
    public TestToken guardian(UUID id) {
        return claim("guardian_id", id.toString());
    }

    /** The adult student. */
    public TestToken student(UUID id) {
        return claim("student_id", id.toString());
    }

    /** The schools. */
    public TestToken schools(UUID... ids) {
        return claim("school_ids", Stream.of(ids).map(UUID::toString).toList());
    }

    /** The subject. */
    public TestToken subject(String id) {
        subject = id;
        return this;
    }

    /** The audience. */
    public TestToken audience(String name) {
        audience = name;
        return this;
    }

    /** The end. */
    public TestToken expires(Instant at) {
        expires = at;
        return this;
    }

    /** The compact token, for {@code auth().oauth2(...)}. */
    public String sign() {
        var jwt = new JwtClaims();
        jwt.setIssuer(issuer.url());
        jwt.setSubject(subject);
        jwt.setAudience(audience);
        jwt.setIssuedAt(NumericDate.fromSeconds(Instant.now().minusSeconds(5).getEpochSecond()));
        jwt.setExpirationTime(NumericDate.fromSeconds(expires.getEpochSecond()));
        jwt.setGeneratedJwtId();
        claims.forEach(jwt::setClaim);
        var jws = new JsonWebSignature();
        jws.setPayload(jwt.toJson());
        jws.setKey(issuer.keys().getPrivate());
        jws.setKeyIdHeaderValue(issuer.kid());
        jws.setHeader("typ", "JWT");
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
