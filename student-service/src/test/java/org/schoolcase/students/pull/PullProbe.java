package org.schoolcase.students.pull;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.TestDistrict;

/** An administrator of a district that pulls its roster. */
final class PullProbe {

    static final String SECRET = "a-secret:of the/SIS";

    final TestDistrict district = TestDistrict.create();
    final UUID source = UUID.randomUUID();

    RequestSpecification as(String role) {
        return given().auth().oauth2(district.token(role).sign()).contentType(ContentType.JSON);
    }

    RequestSpecification admin() {
        return as(Role.DISTRICT_ADMIN);
    }

    static String body(String baseUrl, String tokenUrl) {
        return """
                {"baseUrl": "%s", "tokenUrl": "%s", "clientId": "school/case", "clientSecret": "%s",
                 "clientAuthentication": "BASIC", "scopes": ["x/roster.readonly", "x/roster-demographics.readonly"],
                 "active": true}""".formatted(baseUrl, tokenUrl, SECRET);
    }

    ValidatableResponse put(String body) {
        return admin().header("If-None-Match", "*")
                .body(body)
                .put("/v1/roster-sources/{id}", source)
                .then();
    }

    PullProbe source(StubSis sis) {
        put(body(sis.base(), sis.url("/token"))).statusCode(201);
        return this;
    }

    ValidatableResponse request(boolean everything) {
        return admin().body("{\"everything\": " + everything + "}")
                .post("/v1/roster-sources/{id}/runs", source)
                .then();
    }

    /** Asks for a run and waits for its end. */
    ValidatableResponse run(boolean everything) {
        return ended(request(everything).statusCode(202).extract().header("Location"));
    }

    ValidatableResponse ended(String place) {
        return until(place, "COMPLETED", "FAILED");
    }

    ValidatableResponse until(String place, String... states) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> java.util.List.of(states)
                        .contains(admin().get(place).then().extract().<String>path("state")));
        return admin().get(place).then().statusCode(200);
    }

    /** Waits for the import of a run. */
    void imported(ValidatableResponse run) {
        imported(run, "COMPLETED");
    }

    void imported(ValidatableResponse run, String state) {
        var id = run.extract().<String>path("importId");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> admin().get("/v1/roster-imports/{id}", id)
                        .then()
                        .extract()
                        .<String>path("state")
                        .equals(state));
    }
}
