package org.schoolcase.referrals.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.referrals.World;

@QuarkusTest
class DirectoryResourceTest {

    private final UUID agency = UUID.randomUUID();

    @Test
    void publishesAnAgencyAndTellsTheOthers() {
        World.publishAgency(agency);

        put(World.agencyBody("Harbor, renamed"), "\"v0\"", null)
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .body("name", equalTo("Harbor, renamed"));

        var told = OutboxProbe.of(new UUID(0, 0)).stream()
                .filter(sent -> sent.key().equals(agency.toString()))
                .toList();
        assertThat(told).hasSize(2).allSatisfy(sent -> {
            assertThat(sent.topic()).isEqualTo("schoolcase.agency.state");
            assertThat(sent.type()).isEqualTo("org.schoolcase.agency.profile.v1");
        });
        var data = Objects.requireNonNull(told.getLast().data());
        assertThat(data.get("version").asInt()).isEqualTo(1);
        assertThat(data.get("name").asText()).isEqualTo("Harbor, renamed");
        assertThat(data.get("active").asBoolean()).isTrue();
    }

    @Test
    void asksForTheVersionThatIsChanged() {
        World.publishAgency(agency);

        put(World.agencyBody("x"), null, null).statusCode(428).body("code", equalTo("if-match.missing"));
        put(World.agencyBody("x"), "\"v7\"", null)
                .statusCode(412)
                .body("code", equalTo("version.stale"))
                .body("currentVersion", equalTo("\"v0\""));
        put(World.agencyBody("x"), null, "*").statusCode(412);
    }

    @Test
    void createsOnlyWhereThatIsSaid() {
        put(World.agencyBody("x"), null, null).statusCode(428);
        put(World.agencyBody("x"), "\"v0\"", null).statusCode(412);
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        put(Map.of("name", "x"), null, "*").statusCode(400).body("code", equalTo("validation.failed"));
        var wrong = new HashMap<>(World.agencyBody("x"));
        wrong.put("email", "nobody");
        wrong.put("language", "no language");
        put(wrong, null, "*").statusCode(400).body("errors.size()", equalTo(2));
        wrong.put("colour", "red");
        put(wrong, null, "*").statusCode(400).body("code", equalTo("json.unknown-field"));
    }

    @Test
    void isWrittenByTheOperatorOnly() {
        var admin = TestDistrict.create().token(Role.DISTRICT_ADMIN).sign();

        given().auth()
                .oauth2(admin)
                .header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body(World.agencyBody("x"))
                .put("/v1/agencies/" + agency)
                .then()
                .statusCode(403);
    }

    @Test
    void findsAServiceByNeedLanguageAndAge() {
        var service = UUID.randomUUID();
        var need = "need-" + Long.toString(agency.getMostSignificantBits() >>> 1, 36);
        World.publishAgency(agency);
        World.publishService(agency, service, need);

        search("need=" + need + "&language=es&age=12").body("items.id", hasItem(service.toString()));
        search("need=" + need + "&language=fr").body("items.size()", equalTo(0));
        search("need=" + need + "&age=22").body("items.size()", equalTo(0));
        search("need=housing").body("items.id", not(hasItem(service.toString())));
        World.get(teacher(), "/v1/services/" + service)
                .statusCode(200)
                .body("needs[0]", equalTo(need))
                .body("status", equalTo("active"));
    }

    @Test
    void pagesWithoutLossOrRepetition() {
        var need = "need-" + Long.toString(agency.getMostSignificantBits() >>> 1, 36);
        World.publishAgency(agency);
        for (int i = 0; i < 5; i++) {
            World.publishService(agency, UUID.randomUUID(), need);
        }

        var seen = new HashSet<String>();
        var token = teacher();
        String cursor = "";
        int pages = 0;
        while (cursor != null) {
            var page = World.get(token, "/v1/services?limit=2&need=" + need + "&cursor=" + cursor)
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
            pages++;
        }
        assertThat(seen).hasSize(5);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void refusesACursorThatIsNotItsOwn() {
        World.get(teacher(), "/v1/services?cursor=AAAA").statusCode(400).body("code", equalTo("cursor.invalid"));
    }

    @Test
    void keepsAServiceWithItsAgency() {
        var other = UUID.randomUUID();
        var service = UUID.randomUUID();
        World.publishAgency(agency);
        World.publishAgency(other);
        World.publishService(agency, service, "food");

        given().auth()
                .oauth2(TestDistrict.operatorToken())
                .header("If-Match", "\"v0\"")
                .contentType(ContentType.JSON)
                .body(World.serviceBody("food"))
                .put("/v1/agencies/" + other + "/services/" + service)
                .then()
                .statusCode(404);
    }

    private static String teacher() {
        return TestDistrict.create().token(Role.TEACHER).sign();
    }

    private static ValidatableResponse search(String query) {
        return World.get(teacher(), "/v1/services?" + query).statusCode(200);
    }

    private ValidatableResponse put(Object body, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
        var request = given().auth()
                .oauth2(TestDistrict.operatorToken())
                .contentType(ContentType.JSON)
                .body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (ifNoneMatch != null) {
            request.header("If-None-Match", ifNoneMatch);
        }
        return request.put("/v1/agencies/" + agency).then();
    }
}
