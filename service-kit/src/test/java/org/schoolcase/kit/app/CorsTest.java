package org.schoolcase.kit.app;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;

/** A deployment with a front end of another origin, as docs/running-in-production.md says. */
@QuarkusTest
@TestProfile(CorsTest.FrontEnd.class)
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class CorsTest {

    public static class FrontEnd implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.cors.enabled", "true", "quarkus.http.cors.origins", "https://desk.test");
        }
    }

    @Test
    void letsTheNamedFrontEndIn() {
        preflight("https://desk.test")
                .options("/v1/notes")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://desk.test")
                .header("Access-Control-Allow-Methods", containsString("POST"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"));
    }

    @Test
    void keepsEveryOtherOriginOut() {
        preflight("https://elsewhere.test")
                .options("/v1/notes")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }

    private static RequestSpecification preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "Authorization, Idempotency-Key, If-Match");
    }
}
