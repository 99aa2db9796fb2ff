package org.schoolcase.cases.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Forms;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.PostgresResource;

/** The library is there for everybody; a district adds forms of its own without a release, and published ones stay. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class InstrumentResourceTest {

    private static final String KEY = "homework-talk";

    @Inject
    StudentStateConsumer students;

    private World world;
    private String admin;

    @BeforeEach
    void makeAWorld() {
        world = World.create(students);
        admin = world.district.token(Role.DISTRICT_ADMIN).sign();
    }

    @Test
    void showsTheLibraryWithWhatItNeeds() {
        world.as(world.caseManagerToken())
                .get("/v1/instruments/schoolcase.social-emotional-screening")
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("source", equalTo("LIBRARY"))
                .body("title.es", equalTo("Tamizaje socioemocional"))
                .body("protectedTopics", contains("MENTAL_OR_PSYCHOLOGICAL_PROBLEMS"))
                .body("pupilRights.citation", equalTo("20 USC 1232h; 34 CFR part 98"))
                .body("consent.find { it.purpose == 'INSTRUCTION' }.needed", equalTo(false))
                .body("consent.find { it.purpose == 'INSTRUCTION' }.citation", equalTo("34 CFR 300.302"))
                .body("consent.find { it.purpose == 'EVALUATION' }.needed", equalTo(true))
                .body("definition.schema.properties.worried", notNullValue())
                .body("definition.layout.sections", hasSize(5));
    }

    @Test
    void draftsPublishesAndKeepsWhatIsPublished() {
        create(KEY, Forms.interview("Hours?"))
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/v1/instruments/homework-talk/versions/1"))
                .header("ETag", equalTo("\"v0\""))
                .body("state", equalTo("DRAFT"))
                .body("publishedAt", nullValue());

        change(1, "\"v0\"", Forms.interview("How many hours?")).statusCode(200).header("ETag", equalTo("\"v1\""));
        change(1, "\"v0\"", Forms.interview("Late")).statusCode(412).body("code", equalTo("version.stale"));
        change(1, null, Forms.interview("Late")).statusCode(428);
        publish(1, "\"v0\"").statusCode(412);
        publish(1, "\"v1\"").statusCode(201).body("state", equalTo("PUBLISHED")).body("publishedAt", notNullValue());

        change(1, "\"v2\"", Forms.interview("After"))
                .statusCode(409)
                .body("code", equalTo("instrument.version-published"));
        publish(1, "\"v2\"").statusCode(409).body("code", equalTo("instrument.version-published"));
        get(KEY + "/versions/1")
                .statusCode(200)
                .body("definition.layout.sections[0].fields[0].label.en", equalTo("How many hours?"));
        Assertions.assertThatThrownBy(
                        () -> asOwner("UPDATE instrument_version SET number = 9 WHERE key = '" + KEY + "'"))
                .hasMessageContaining("never changes");
        assertThat(AuditProbe.actions(world.district))
                .contains("instrument.draft", "instrument.change", "instrument.publish");
    }

    @Test
    void addsVersionsOneDraftAtATime() {
        create(KEY, Forms.interview("One")).statusCode(201);
        publish(1, "\"v0\"").statusCode(201);

        draft(KEY, Forms.interview("Two"))
                .statusCode(201)
                .body("version", equalTo(2))
                .body("state", equalTo("DRAFT"));
        draft(KEY, Forms.interview("Three")).statusCode(409).body("code", equalTo("instrument.draft-open"));
        get(KEY).statusCode(200).body("version", equalTo(1));
        publish(2, "\"v0\"").statusCode(201);
        get(KEY).body("version", equalTo(2));
        get(KEY + "/versions").statusCode(200).body("items.version", contains(2, 1));
        get(KEY + "/versions/1").body("definition.layout.sections[0].fields[0].label.en", equalTo("One"));
        draft("never-heard-of", Forms.interview("x")).statusCode(404);
    }

    @Test
    void keepsTheLibrarysKeysAndItsDefinitions() {
        create("schoolcase.mine", Forms.interview("x"))
                .statusCode(422)
                .body("code", equalTo("instrument.key-reserved"));
        draft("schoolcase.parent-interview", Forms.interview("x"))
                .statusCode(409)
                .body("code", equalTo("instrument.of-library"));
        world.as(admin)
                .header("If-Match", "*")
                .body("{\"definition\": " + Forms.interview("x") + "}")
                .put("/v1/instruments/schoolcase.parent-interview/versions/1")
                .then()
                .statusCode(409)
                .body("code", equalTo("instrument.of-library"));
        create(KEY, Forms.interview("x")).statusCode(201);
        create(KEY, Forms.interview("y")).statusCode(409).body("code", equalTo("instrument.key-taken"));
    }

    @Test
    void namesEachFaultOfADefinition() {
        create(
                        KEY,
                        Forms.interview("x")
                                .replace("\"maximum\": 40", "\"most\": 40")
                                .replace("NUMBER", "TABLE"))
                .statusCode(422)
                .body("code", equalTo("instrument.definition-invalid"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/definition/schema/properties/hours/most",
                                "/definition/schema/properties/hours/maximum"));
        create(
                        KEY,
                        Forms.interview("x")
                                .replace("\"integer\"", "\"string\", \"pattern\": \"^(a+)+$\", \"maxLength\": 9"))
                .statusCode(422)
                .body("errors.pointer", hasItem("/definition/schema/properties/hours/pattern"));
        create(KEY, "{}").statusCode(422).body("errors.pointer", hasItem("/definition/schema"));
        create(KEY, "[]").statusCode(400);
        create(KEY, "null").statusCode(400);
        create("Not A Key", Forms.interview("x")).statusCode(400);
        get(KEY).statusCode(404);
    }

    @Test
    void givesTheFirstAnswerAgainForAKey() {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            world.as(admin)
                    .header("Idempotency-Key", key)
                    .body("{\"key\": \"%s\", \"definition\": %s}".formatted(KEY, Forms.interview("x")))
                    .post("/v1/instruments")
                    .then()
                    .statusCode(201)
                    .body("version", equalTo(1));
        }
        get(KEY + "/versions").body("items", hasSize(1));
    }

    @Test
    void pagesLibraryAndDistrictTogetherByKey() {
        create("a-first", Forms.interview("x")).statusCode(201);
        create("zz-last", Forms.interview("x")).statusCode(201);
        create("schoolboy", Forms.interview("x")).statusCode(201);
        var keys = new ArrayList<String>();
        String cursor = "";
        do {
            var page = world.as(admin)
                    .queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get("/v1/instruments")
                    .then()
                    .statusCode(200)
                    .extract();
            keys.addAll(page.<List<String>>path("items.key"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(keys).hasSize(11).doesNotHaveDuplicates().isSorted();
        assertThat(keys.getFirst()).isEqualTo("a-first");
        assertThat(keys).contains("schoolboy", "schoolcase.parent-interview", "zz-last");
    }

    @Test
    void showsFamiliesWhatIsPublishedAndNotSecret() {
        create("secret-test", Forms.secretTest()).statusCode(201);
        create("open-talk", Forms.interview("x")).statusCode(201);
        create("draft-talk", Forms.interview("x")).statusCode(201);
        publish("secret-test", 1, "\"v0\"").statusCode(201);
        publish("open-talk", 1, "\"v0\"").statusCode(201);
        var parent =
                world.district.token(Role.GUARDIAN).guardian(world.guardian).sign();

        world.as(parent)
                .get("/v1/instruments")
                .then()
                .statusCode(200)
                .body("items.key", hasItems("open-talk", "schoolcase.parent-interview"))
                .body("items.key", not(hasItem("secret-test")))
                .body("items.key", not(hasItem("draft-talk")));
        world.as(parent).get("/v1/instruments/secret-test").then().statusCode(404);
        world.as(parent).get("/v1/instruments/secret-test/versions/1").then().statusCode(404);
        world.as(parent).get("/v1/instruments/draft-talk/versions/1").then().statusCode(404);
        world.as(parent).get("/v1/instruments/open-talk/versions/1").then().statusCode(200);
    }

    @Test
    void isOfOneDistrict() {
        create(KEY, Forms.interview("x")).statusCode(201);
        var other = World.create(students);

        other.as(other.caseManagerToken()).get("/v1/instruments/" + KEY).then().statusCode(404);
        other.as(other.coordinatorToken())
                .body("{\"key\": \"%s\", \"definition\": %s}".formatted(KEY, Forms.interview("x")))
                .post("/v1/instruments")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"case-manager,403", "service-provider,403", "auditor,403", "coordinator,201", "district-admin,201"})
    void isWrittenByAdministratorsAndCoordinators(String role, int status) {
        world.as(world.district.token(role).staff(UUID.randomUUID()).sign())
                .body("{\"key\": \"%s\", \"definition\": %s}".formatted(KEY, Forms.interview("x")))
                .post("/v1/instruments")
                .then()
                .statusCode(status);
    }

    private ValidatableResponse create(String key, String definition) {
        return world.as(admin)
                .body("{\"key\": \"%s\", \"definition\": %s}".formatted(key, definition))
                .post("/v1/instruments")
                .then();
    }

    private ValidatableResponse draft(String key, String definition) {
        return world.as(admin)
                .body("{\"definition\": " + definition + "}")
                .post("/v1/instruments/{key}/versions", key)
                .then();
    }

    private ValidatableResponse change(int version, @Nullable String ifMatch, String definition) {
        var request = world.as(admin).body("{\"definition\": " + definition + "}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/instruments/{key}/versions/{version}", KEY, version)
                .then();
    }

    private ValidatableResponse publish(int version, String ifMatch) {
        return publish(KEY, version, ifMatch);
    }

    private ValidatableResponse publish(String key, int version, String ifMatch) {
        return world.as(admin)
                .header("If-Match", ifMatch)
                .post("/v1/instruments/{key}/versions/{version}/publication", key, version)
                .then();
    }

    private ValidatableResponse get(String path) {
        return world.as(world.caseManagerToken()).get("/v1/instruments/" + path).then();
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
