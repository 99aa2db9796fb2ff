package org.schoolcase.students.student;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
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
class StudentResourceTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final UUID STAFF = UUID.randomUUID();

    @Inject
    SchoolFixture fixture;

    private TestDistrict d;
    private UUID student;

    @BeforeEach
    void aStudent() {
        d = TestDistrict.create();
        student = fixture.student(d, "Leila", "Jellyroll", SCHOOL);
    }

    @Test
    void showsAStudentOfTheSchoolAndRemembersWhoLooked() {
        get(d.token(Role.CASE_MANAGER).staff(STAFF).schools(SCHOOL).sign())
                .statusCode(200)
                .header("ETag", equalTo("\"v0\""))
                .body("givenName", equalTo("Leila"))
                .body("birthDate", equalTo("2015-03-07"))
                .body("schoolIds[0]", equalTo(SCHOOL.toString()));

        await().untilAsserted(() -> assertThat(AuditProbe.of(d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("student.read");
            assertThat(entry.studentId()).isEqualTo(student);
        }));
    }

    @Test
    void hidesAStudentOfAnotherSchoolAndRemembersWhoTried() {
        get(d.token(Role.SCHOOL_ADMIN).staff(STAFF).schools(UUID.randomUUID()).sign())
                .statusCode(404)
                .body("code", equalTo("not-found"));

        await().untilAsserted(() -> assertThat(AuditProbe.of(d))
                .anySatisfy(entry -> assertThat(entry.entityId()).isEqualTo(student)));
    }

    @Test
    void hidesAStudentOfAnotherDistrict() {
        var mine = get(d.token(Role.DISTRICT_ADMIN).sign()).statusCode(200);
        var foreign =
                get(TestDistrict.create().token(Role.DISTRICT_ADMIN).sign()).statusCode(404);
        assertThat(foreign.extract().asString())
                .doesNotContain("Jellyroll")
                .isNotEqualTo(mine.extract().asString());
    }

    @Test
    void showsATeacherHisStudentsWhileTheEnrollmentIsInForce() {
        var today = LocalDate.now(java.time.ZoneOffset.UTC);
        var before = UUID.randomUUID();
        fixture.teaches(d, STAFF, student, today.minusDays(30), today.plusDays(30));
        fixture.teaches(d, before, student, today.minusDays(60), today.minusDays(30));

        get(d.token(Role.TEACHER).staff(STAFF).sign()).statusCode(200);
        get(d.token(Role.TEACHER).staff(before).sign()).statusCode(404);
        get(d.token(Role.TEACHER).staff(UUID.randomUUID()).schools(SCHOOL).sign())
                .statusCode(404);
    }

    @Test
    void showsTheCaseTeamItsStudent() {
        fixture.onTeam(d, STAFF, student, UUID.randomUUID());

        get(d.token(Role.SERVICE_PROVIDER).staff(STAFF).sign()).statusCode(200);
        get(d.token(Role.CASE_MANAGER).staff(STAFF).sign()).statusCode(200);
        get(d.token(Role.SERVICE_PROVIDER)
                        .staff(UUID.randomUUID())
                        .schools(SCHOOL)
                        .sign())
                .statusCode(404);
    }

    @Test
    void showsAStudentHimself() {
        get(d.token(Role.STUDENT).student(student).sign()).statusCode(200);
        get(d.token(Role.STUDENT).student(UUID.randomUUID()).sign()).statusCode(404);
    }

    @Test
    void forbidsMachinesToLook() {
        get(d.token(Role.SIS_SYNC).sign()).statusCode(403);
        given().get("/v1/students/{id}", student).then().statusCode(401);
    }

    @Test
    void refusesAnIdOfTheWrongForm() {
        given().auth()
                .oauth2(d.token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/students/12-34")
                .then()
                .statusCode(400)
                .body("code", equalTo("id.malformed"));
    }

    @Test
    void recordsTheNameAStudentGoesBy() {
        name("\"v0\"", "{\"preferredGivenName\": \"Lili\"}")
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .body("preferredGivenName", equalTo("Lili"))
                .body("givenName", equalTo("Leila"));

        var sent = OutboxProbe.of(d);
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().topic()).isEqualTo("schoolcase.student.state");
        assertThat(sent.getFirst().type()).isEqualTo("org.schoolcase.student.profile.v1");
        assertThat(data(sent.getFirst()).get("givenName").asText()).isEqualTo("Lili");
        assertThat(data(sent.getFirst()).get("version").asLong()).isEqualTo(1);
        assertThat(data(sent.getFirst()).get("guardians")).isEmpty();
        assertThat(AuditProbe.of(d))
                .anySatisfy(entry -> assertThat(entry.action()).isEqualTo("student.record-preferred-name"));
        name("\"v1\"", "{\"preferredGivenName\": null}").statusCode(200).body("preferredGivenName", nullValue());
    }

    @Test
    void refusesAStaleOrMissingVersion() {
        name("\"v7\"", "{\"preferredGivenName\": \"Lili\"}").statusCode(412).body("currentVersion", equalTo("\"v0\""));
        given().auth()
                .oauth2(d.token(Role.DISTRICT_ADMIN).sign())
                .contentType(ContentType.JSON)
                .body("{\"preferredGivenName\": \"Lili\"}")
                .put("/v1/students/{id}/preferred-name", student)
                .then()
                .statusCode(428);
        assertThat(OutboxProbe.of(d)).isEmpty();
    }

    @Test
    void refusesWhatIsNoName() {
        name("\"v0\"", "{\"preferredGivenName\": \"Li\\u0000li\"}").statusCode(400);
        name("\"v0\"", "{\"preferredGivenName\": 7}").statusCode(400);
        name("\"v0\"", "{\"nickname\": \"Lili\"}").statusCode(400);
        name("\"v0\"", "{\"preferredGivenName\": " + "[".repeat(2000) + "]".repeat(2000) + "}")
                .statusCode(400);
        name("\"v0\"", "preferredGivenName").statusCode(400);
        name("\"v0\"", "{\"preferredGivenName\": \"" + "x".repeat(101) + "\"}").statusCode(400);
        assertThat(OutboxProbe.of(d)).isEmpty();
    }

    private ValidatableResponse get(String token) {
        return given().auth().oauth2(token).get("/v1/students/{id}", student).then();
    }

    private ValidatableResponse name(String ifMatch, String body) {
        return given().auth()
                .oauth2(d.token(Role.SCHOOL_ADMIN).staff(STAFF).schools(SCHOOL).sign())
                .header("If-Match", ifMatch)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/students/{id}/preferred-name", student)
                .then();
    }

    private static JsonNode data(OutboxProbe.Sent event) {
        return Objects.requireNonNull(event.data());
    }
}
