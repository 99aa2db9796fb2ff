package org.schoolcase.students.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class StaffResourceTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final String NORA = """
            {"givenName": "Nora", "familyName": "Quill", "email": "nora.quill@sample.example",
             "language": "en", "roles": ["psychologist"], "schoolIds": ["%s"]}""".formatted(SCHOOL);

    @Inject
    SchoolFixture fixture;

    private TestDistrict d;
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void aDistrict() {
        d = TestDistrict.create();
    }

    @Test
    void addsAndChangesSomeoneTheRosterDoesNotKnow() {
        admin().header("If-None-Match", "*")
                .body(NORA)
                .put("/v1/staff/{id}", id)
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"v0\""));
        admin().header("If-Match", "\"v0\"")
                .body(NORA.replace("\"en\"", "\"es\""))
                .put("/v1/staff/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""));

        admin().get("/v1/staff/{id}", id)
                .then()
                .statusCode(200)
                .body("language", equalTo("es"))
                .body("schoolIds", contains(SCHOOL.toString()))
                .body("ofRoster", equalTo(false));
        var sent = OutboxProbe.of(d);
        assertThat(sent).hasSize(2).allSatisfy(event -> {
            assertThat(event.topic()).isEqualTo("schoolcase.staff.state");
            assertThat(event.type()).isEqualTo("org.schoolcase.staff.profile.v1");
            assertThat(event.key()).isEqualTo(id.toString());
        });
        assertThat(data(sent.getLast()).get("version").asLong()).isEqualTo(1);
        assertThat(AuditProbe.of(d)).extracting(AuditProbe.Entry::action).contains("staff.add", "staff.change");
    }

    @Test
    void refusesAStaleOrMissingVersion() {
        admin().body(NORA).put("/v1/staff/{id}", id).then().statusCode(428);
        admin().header("If-Match", "\"v0\"")
                .body(NORA)
                .put("/v1/staff/{id}", id)
                .then()
                .statusCode(412);
        admin().header("If-None-Match", "*")
                .body(NORA)
                .put("/v1/staff/{id}", id)
                .then()
                .statusCode(201);
        admin().header("If-None-Match", "*")
                .body(NORA)
                .put("/v1/staff/{id}", id)
                .then()
                .statusCode(412);
        admin().header("If-Match", "\"v4\"")
                .body(NORA)
                .put("/v1/staff/{id}", id)
                .then()
                .statusCode(412);
        assertThat(OutboxProbe.of(d)).hasSize(1);
    }

    @Test
    void leavesThePeopleOfTheRosterToTheRoster() {
        fixture.rosterStaff(d, id, "Tess", "Teacher", SCHOOL);

        admin().header("If-Match", "\"v0\"")
                .body(NORA)
                .put("/v1/staff/{id}", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("staff.of-roster"));
        admin().get("/v1/staff/{id}", id)
                .then()
                .body("givenName", equalTo("Tess"))
                .body("ofRoster", equalTo(true));
    }

    @Test
    void listsBySchoolPageByPage() {
        fixture.rosterStaff(d, UUID.randomUUID(), "Ann", "Alder", SCHOOL);
        fixture.rosterStaff(d, UUID.randomUUID(), "Bob", "Birch", SCHOOL);
        fixture.rosterStaff(d, UUID.randomUUID(), "Cy", "Cedar", UUID.randomUUID());

        admin().get("/v1/staff").then().statusCode(200).body("items.familyName", contains("Alder", "Birch", "Cedar"));
        var first = admin().queryParam("schoolId", SCHOOL)
                .queryParam("limit", 1)
                .get("/v1/staff")
                .then()
                .body("items.familyName", contains("Alder"));
        String next = first.extract().path("next");
        admin().queryParam("schoolId", SCHOOL)
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/staff")
                .then()
                .body("items.familyName", contains("Birch"))
                .body("next", equalTo(null));
        admin().queryParam("cursor", next)
                .get("/v1/staff")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    @Test
    void isClosedToFamiliesAndOtherDistricts() {
        fixture.rosterStaff(d, id, "Tess", "Teacher", SCHOOL);

        as(d.token(Role.GUARDIAN).guardian(UUID.randomUUID()).sign())
                .get("/v1/staff/{id}", id)
                .then()
                .statusCode(403);
        as(d.token(Role.TEACHER).staff(id).sign())
                .header("If-Match", "\"v0\"")
                .body(NORA)
                .put("/v1/staff/{id}", id)
                .then()
                .statusCode(403);
        as(TestDistrict.create().token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/staff/{id}", id)
                .then()
                .statusCode(404);
    }

    private RequestSpecification admin() {
        return as(d.token(Role.DISTRICT_ADMIN).sign());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static JsonNode data(OutboxProbe.Sent event) {
        return Objects.requireNonNull(event.data());
    }
}
