package org.schoolcase.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class ConventionsTest {

    private final TestDistrict district = TestDistrict.create();
    private final String token =
            district.token(Role.CASE_MANAGER).subject("mia").sign();

    @Test
    void givesTheFirstAnswerAgain() {
        var key = UUID.randomUUID().toString();
        var first = keyed(token, key, "once");
        var again = keyed(token, "\"" + key + "\"", "once");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(OutboxProbe.of(district)).hasSize(1);
    }

    @Test
    void refusesAKeyForAnotherRequest() {
        keyed(token, "k1", "one").then().statusCode(201);
        keyed(token, "k1", "two").then().statusCode(422).body("code", equalTo("idempotency.key-reused"));
    }

    @Test
    void keepsKeysApartByCallerAndDistrict() {
        keyed(token, "k1", "one").then().statusCode(201);
        keyed(district.token(Role.CASE_MANAGER).subject("tom").sign(), "k1", "two")
                .then()
                .statusCode(201);
        keyed(TestDistrict.create().token(Role.CASE_MANAGER).subject("mia").sign(), "k1", "three")
                .then()
                .statusCode(201);
    }

    @Test
    void doesNotKeepARefusal() {
        keyed(token, "k1", "refuse").then().statusCode(422).body("code", equalTo("note.refused"));
        keyed(token, "k1", "better").then().statusCode(201);
    }

    @Test
    void createsOneThingHoweverManySendTheSameKeyAtOnce() throws Exception {
        List<Callable<Integer>> requests = IntStream.range(0, 30)
                .<Callable<Integer>>mapToObj(
                        _ -> () -> keyed(token, "k1", "one").statusCode())
                .toList();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var status : threads.invokeAll(requests)) {
                assertThat(status.get()).isIn(201, 409);
            }
        }
        assertThat(OutboxProbe.of(district)).hasSize(1);
    }

    @Test
    void refusesAMalformedKey() {
        keyed(token, "two words", "one").then().statusCode(400).body("code", equalTo("idempotency.key-malformed"));
    }

    @Test
    void changesOnlyWhatTheCallerHasSeen() {
        var id = Notes.written(token, "first");

        rewrite(id, null).then().statusCode(428).body("code", equalTo("if-match.missing"));
        rewrite(id, "\"v0\"").then().statusCode(200).header("ETag", "\"v1\"");
        rewrite(id, "\"v0\"").then().statusCode(412).header("ETag", "\"v1\"").body("currentVersion", equalTo("\"v1\""));
        rewrite(id, "W/\"v1\"").then().statusCode(412);
    }

    @Test
    void pagesWithoutGapsOrRepeats() {
        IntStream.range(0, 5).forEach(i -> Notes.written(token, "n" + i));

        var first = page(null).then().body("items", hasSize(2)).extract();
        var second = page(first.path("next")).then().body("items", hasSize(2)).extract();
        var third = page(second.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue())
                .extract();

        assertThat(List.of(first, second, third))
                .flatExtracting(p -> p.<List<String>>path("items.id"))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }

    @Test
    void refusesTheCursorOfAnotherDistrict() {
        IntStream.range(0, 3).forEach(i -> Notes.written(token, "n" + i));
        String cursor = page(null).path("next");

        Notes.as(TestDistrict.create().token(Role.CASE_MANAGER).sign())
                .queryParam("cursor", cursor)
                .get("/v1/notes")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    private Response page(@org.jspecify.annotations.Nullable String cursor) {
        return Notes.as(token)
                .queryParam("limit", 2)
                .queryParam("cursor", cursor == null ? "" : cursor)
                .get("/v1/notes");
    }

    private static Response keyed(String token, String key, String text) {
        return Notes.as(token)
                .header("Idempotency-Key", key)
                .body("{\"text\": \"" + text + "\"}")
                .post("/v1/notes");
    }

    private Response rewrite(String id, @org.jspecify.annotations.Nullable String ifMatch) {
        var request = Notes.as(token).body("{\"text\": \"second\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/notes/{id}", id);
    }
}
