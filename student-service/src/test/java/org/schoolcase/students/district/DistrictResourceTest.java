package org.schoolcase.students.district;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
@NullMarked
class DistrictResourceTest {

    @Test
    void registersADistrictAndTellsAllServices() {
        var id = UUID.randomUUID();

        operator()
                .header("If-None-Match", "*")
                .body(district("Canyon", issuerOf(id)))
                .put("/v1/districts/{id}", id)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"v0\""))
                .header("Location", org.hamcrest.Matchers.endsWith("/v1/districts/" + id))
                .body("timeZone", equalTo("America/Phoenix"))
                .body("active", equalTo(true));

        operator().get("/v1/districts/{id}", id).then().statusCode(200).body("name", equalTo("Canyon"));
    }

    @Test
    void changesADistrictItsCallerHasSeen() {
        var d = TestDistrict.create();
        var etag = operator().get("/v1/districts/{id}", d.id()).header("ETag");

        operator()
                .header("If-Match", etag)
                .body(district("Renamed", issuerOf(d.id())))
                .put("/v1/districts/{id}", d.id())
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed"));

        var sent = OutboxProbe.of(d).getLast();
        assertThat(sent.topic()).isEqualTo("schoolcase.district.state");
        assertThat(sent.type()).isEqualTo("org.schoolcase.district.profile.v1");
        assertThat(sent.key()).isEqualTo(d.id().toString());
        assertThat(data(sent).get("name").asText()).isEqualTo("Renamed");
        assertThat(AuditProbe.of(d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("district.change");
            assertThat(entry.entityId()).isEqualTo(d.id());
        });
        operator()
                .header("If-Match", etag)
                .body(district("Again", issuerOf(d.id())))
                .put("/v1/districts/{id}", d.id())
                .then()
                .statusCode(412)
                .body("currentVersion", notNullValue());
    }

    @Test
    void refusesAChangeWithoutAVersionAndASecondRegistration() {
        var d = TestDistrict.create();
        var body = district("Canyon", issuerOf(d.id()));

        operator().body(body).put("/v1/districts/{id}", d.id()).then().statusCode(428);
        operator()
                .header("If-None-Match", "*")
                .body(body)
                .put("/v1/districts/{id}", d.id())
                .then()
                .statusCode(412);
        assertThat(OutboxProbe.of(d)).isEmpty();
    }

    @Test
    void refusesTheIssuerOfAnotherDistrict() {
        var first = UUID.randomUUID();
        operator()
                .header("If-None-Match", "*")
                .body(district("First", issuerOf(first)))
                .put("/v1/districts/{id}", first)
                .then()
                .statusCode(201);

        operator()
                .header("If-None-Match", "*")
                .body(district("Second", issuerOf(first)))
                .put("/v1/districts/{id}", UUID.randomUUID())
                .then()
                .statusCode(409)
                .body("code", equalTo("district.issuer-taken"));
    }

    @Test
    void refusesAZoneThatIsNone() {
        operator()
                .header("If-None-Match", "*")
                .body(district("Canyon", issuerOf(UUID.randomUUID())).replace("America/Phoenix", "Mars/Base"))
                .put("/v1/districts/{id}", UUID.randomUUID())
                .then()
                .statusCode(422)
                .body("code", equalTo("district.invalid"))
                .body("errors.pointer", hasItem("/timeZone"));
    }

    @Test
    void showsADistrictToItsOwnPeopleOnly() {
        var d = TestDistrict.create();
        var other = TestDistrict.create();
        var token = d.token(Role.TEACHER).staff(UUID.randomUUID()).sign();

        as(token).get("/v1/districts/{id}", d.id()).then().statusCode(200);
        as(token).get("/v1/districts/{id}", other.id()).then().statusCode(404);
        as(token).get("/v1/districts").then().statusCode(403);
        as(token)
                .header("If-None-Match", "*")
                .body(district("Mine", issuerOf(d.id())))
                .put("/v1/districts/{id}", d.id())
                .then()
                .statusCode(403);
    }

    @Test
    void listsDistrictsPageByPage() {
        TestDistrict.create();
        TestDistrict.create();

        var first = operator()
                .queryParam("limit", 1)
                .get("/v1/districts")
                .then()
                .statusCode(200)
                .extract();
        String next = first.path("next");
        String id = first.path("items[0].id");
        String second = operator()
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/districts")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");

        assertThat(second).isGreaterThan(id);
    }

    private static RequestSpecification operator() {
        return as(TestDistrict.operatorToken());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String issuerOf(UUID id) {
        return "https://id.example.org/realms/" + id;
    }

    private static String district(String name, String issuer) {
        return """
                {"name": "%s", "jurisdiction": "US-AZ", "timeZone": "America/Phoenix",
                 "languages": ["en", "es"], "issuer": "%s"}""".formatted(name, issuer);
    }

    private static JsonNode data(OutboxProbe.Sent event) {
        return Objects.requireNonNull(event.data());
    }
}
