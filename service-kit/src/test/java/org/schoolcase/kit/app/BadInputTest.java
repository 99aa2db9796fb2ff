package org.schoolcase.kit.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class BadInputTest {

    @TestHTTPResource
    private URI notes;

    private final TestDistrict district = TestDistrict.create();
    private final String token = district.token(Role.CASE_MANAGER).sign();

    @AfterEach
    void nothingWasWritten() {
        assertThat(OutboxProbe.of(district)).isEmpty();
    }

    @Test
    void namesAnUnknownField() {
        refused("{\"text\": \"a\", \"districtId\": \"b\"}", "json.unknown-field", "/districtId");
    }

    @Test
    void namesAFieldOfTheWrongType() {
        refused("{\"text\": 7}", "json.type", "/text");
        refused("{\"text\": \"a\", \"stars\": \"3\"}", "json.type", "/stars");
        refused("{\"text\": \"a\", \"agencyId\": \"7\"}", "json.type", "/agencyId");
    }

    @Test
    void namesTheChoicesOfAnEnum() {
        refused("{\"text\": \"a\", \"colour\": \"GREEN\"}", "json.type", "/colour")
                .body("errors[0].detail", equalTo("One of: RED, BLUE"));
    }

    @Test
    void refusesNul() {
        refused("{\"text\": \"a\\u0000b\"}", "json.nul", "/text");
    }

    @Test
    void refusesWhatIsNoJson() {
        refused("{\"text\": ", "json.malformed", null);
        refused("hello", "json.malformed", null);
        refused("{\"text\": \"a\"} trailing", "json.malformed", null);
        refused("{\"text\": \"a\", \"text\": \"b\"}", "json.malformed", null);
    }

    @Test
    void refusesAnEmptyBody() {
        Notes.as(token).post("/v1/notes").then().statusCode(400);
    }

    @Test
    void refusesDeepNesting() {
        refused("{\"tags\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}", "json.type", "/tags/0");
        refused("[".repeat(10_000), "json.type", "");
    }

    @Test
    void refusesATextOfAMegabyte() {
        refused("{\"text\": \"" + "a".repeat(1_000_000) + "\"}", "json.too-large", null);
    }

    @Test
    void refusesABodyOverTheLimit() {
        Notes.as(token)
                .body("{\"tags\": [" + "\"a\",".repeat(1_000_000) + "\"a\"]}")
                .post("/v1/notes")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("body.too-large"));
    }

    @Test
    void refusesABodyOverTheLimitThatStatesNoLength() throws IOException, InterruptedException {
        var many = new ByteArrayInputStream(("{\"tags\": [" + "\"a\",".repeat(1_000_000)).getBytes(UTF_8));
        try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            var answer = client.send(
                    HttpRequest.newBuilder(notes.resolve("/v1/notes"))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofInputStream(() -> many))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("\"code\":\"body.too-large\"");
        }
    }

    @Test
    void namesEveryInvalidField() {
        Notes.post(token, "{\"text\": \"\", \"stars\": 10, \"tags\": [\"toolong\"]}")
                .statusCode(400)
                .body("code", equalTo("validation.failed"))
                .body("errors.pointer", equalTo(java.util.List.of("/stars", "/tags/0", "/text")))
                .body("errors[0].code", equalTo("max"));
    }

    @Test
    void refusesAnIdOfTheWrongForm() {
        Notes.read(token, "1").statusCode(400).body("code", equalTo("id.malformed"));
        Notes.read(token, "1-1-1-1-1").statusCode(400).body("code", equalTo("id.malformed"));
    }

    @Test
    void refusesATamperedCursor() {
        Notes.as(token)
                .queryParam("cursor", "AAAA")
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
        Notes.as(token)
                .queryParam("cursor", "no base64!")
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    @Test
    void refusesANumberThatIsNone() {
        Notes.as(token)
                .queryParam("limit", "many")
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("parameter.malformed"));
    }

    @Test
    void boundsThePage() {
        Notes.as(token)
                .queryParam("limit", 1_000_000_000)
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("limit"));
    }

    @Test
    void refusesAnotherMediaType() {
        Notes.as(token)
                .contentType("text/plain")
                .body("a")
                .post("/v1/notes")
                .then()
                .statusCode(415)
                .body("code", startsWith("media-type"));
    }

    private ValidatableResponse refused(String body, String code, @org.jspecify.annotations.Nullable String pointer) {
        var answer = Notes.post(token, body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
        return pointer == null ? answer : answer.body("errors[0].pointer", equalTo(pointer));
    }
}
