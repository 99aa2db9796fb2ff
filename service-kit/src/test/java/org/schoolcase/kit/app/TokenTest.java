package org.schoolcase.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.kit.testing.TestIssuer;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class TokenTest {

    @TestFactory
    Stream<DynamicTest> refusesWithTheSame401() throws Exception {
        var district = TestDistrict.create();
        var other = TestDistrict.create();
        var good = district.token(Role.CASE_MANAGER).sign();
        var parts = good.split("\\.", -1);
        var forged = new LinkedHashMap<String, String>();
        forged.put(
                "expired",
                district.token(Role.CASE_MANAGER)
                        .expires(Instant.now().minusSeconds(120))
                        .sign());
        forged.put(
                "wrong audience",
                district.token(Role.CASE_MANAGER).audience("another-api").sign());
        forged.put(
                "another district's id",
                district.issuer().token(Role.CASE_MANAGER).district(other.id()).sign());
        forged.put(
                "no district at all", district.issuer().token(Role.CASE_MANAGER).sign());
        forged.put(
                "unknown issuer",
                TestIssuer.unknown("https://elsewhere.test")
                        .token(Role.CASE_MANAGER)
                        .district(district.id())
                        .sign());
        forged.put(
                "foreign key",
                TestIssuer.unknown("https://idp.test/" + district.id())
                        .token(Role.CASE_MANAGER)
                        .district(district.id())
                        .sign());
        forged.put("alg none", encode("{\"alg\":\"none\",\"kid\":\"" + kid(parts[0]) + "\"}") + "." + parts[1] + ".");
        forged.put("HS256 with the public key", hs256(parts, district));
        forged.put("cut signature", parts[0] + "." + parts[1] + "." + parts[2].substring(0, 20));
        forged.put(
                "changed claims",
                parts[0] + "." + encode(decode(parts[1]).replace("case-manager", "district-admin")) + "." + parts[2]);
        forged.put("not a token", "abc");
        forged.put("two dots", "..");
        return forged.entrySet().stream().map(token -> dynamicTest(token.getKey(), () -> refused(token.getValue())));
    }

    private static void refused(String token) {
        given().auth()
                .oauth2(token)
                .get("/v1/notes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("token.invalid"));
    }

    @Test
    void refusesARequestWithoutAToken() {
        given().get("/v1/notes").then().statusCode(401).body("code", equalTo("token.invalid"));
    }

    @Test
    void takesAwayRolesThatTheIssuerMayNotGrant() {
        var district = TestDistrict.create();

        Notes.as(district.token(Role.OPERATOR).sign())
                .get("/v1/dead-letters")
                .then()
                .statusCode(403);
        Notes.as(district.token(Role.AGENCY)
                        .claim("agency_id", UUID.randomUUID().toString())
                        .sign())
                .get("/v1/notes/{id}", UUID.randomUUID())
                .then()
                .statusCode(403)
                .body("code", equalTo("role.missing"));
    }

    @Test
    void letsAGoodTokenIn() {
        Notes.as(TestDistrict.create().token(Role.CASE_MANAGER).sign())
                .get("/v1/notes")
                .then()
                .statusCode(200);
    }

    private static String hs256(String[] parts, TestDistrict district) throws Exception {
        var signed = encode("{\"alg\":\"HS256\",\"kid\":\"" + kid(parts[0]) + "\"}") + "." + parts[1];
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(district.issuer().publicKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return signed + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String kid(String header) {
        return String.valueOf(new io.vertx.core.json.JsonObject(decode(header)).getString("kid"));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
