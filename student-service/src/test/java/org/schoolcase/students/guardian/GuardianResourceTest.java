package org.schoolcase.students.guardian;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class GuardianResourceTest {

    private static final UUID SCHOOL = UUID.randomUUID();

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
    void addsAGuardianAndTellsTheOthers() {
        var id = Ids.named(d.id(), "user:rosa-1");

        add(student, rosa("es"))
                .statusCode(201)
                .header("Location", endsWith("/guardians/" + id))
                .body("id", equalTo(id.toString()));

        var sent = OutboxProbe.of(d);
        assertThat(sent)
                .extracting(OutboxProbe.Sent::type)
                .containsExactlyInAnyOrder(
                        "org.schoolcase.student.profile.v1", "org.schoolcase.student.guardian-added.v1");
        assertThat(sent).allSatisfy(event -> assertThat(event.key()).isEqualTo(student.toString()));
        assertThat(sent)
                .filteredOn(event -> event.type().endsWith("profile.v1"))
                .first()
                .satisfies(event -> {
                    assertThat(data(event).at("/guardians/0/language").asText()).isEqualTo("es");
                    assertThat(data(event).at("/guardians/0/guardianId").asText())
                            .isEqualTo(id.toString());
                    assertThat(data(event).at("/guardians/0/educationalRights").asBoolean())
                            .isTrue();
                    assertThat(data(event).get("version").asLong()).isEqualTo(1);
                });
        assertThat(sent)
                .filteredOn(event -> event.type().endsWith("guardian-added.v1"))
                .first()
                .satisfies(event -> assertThat(data(event).toString()).doesNotContain("Rosa"));
        assertThat(AuditProbe.of(d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("guardian.add");
            assertThat(entry.studentId()).isEqualTo(student);
        });
    }

    @Test
    void addsOnceHoweverOftenTheSameRequestComes() {
        var token = d.token(Role.SCHOOL_ADMIN).schools(SCHOOL).sign();
        var key = UUID.randomUUID().toString();
        String first =
                repeatable(token, key, rosa("es")).statusCode(201).extract().path("id");
        String again =
                repeatable(token, key, rosa("es")).statusCode(201).extract().path("id");

        assertThat(again).isEqualTo(first);
        assertThat(OutboxProbe.of(d)).hasSize(2);
        repeatable(token, key, rosa("en")).statusCode(422);
    }

    @Test
    void letsAPersonBeGuardianOfTwoStudents() {
        var sibling = fixture.student(d, "Liam", "Jellyroll", SCHOOL);
        add(student, rosa("es")).statusCode(201);
        add(sibling, rosa("es")).statusCode(201);

        add(sibling, rosa("es")).statusCode(409).body("code", equalTo("guardian.exists"));
        add(sibling, rosa("en")).statusCode(409).body("code", equalTo("guardian.known-differently"));
    }

    @Test
    void changesAGuardianAndPublishesAllHisStudents() {
        var sibling = fixture.student(d, "Liam", "Jellyroll", SCHOOL);
        String id = add(student, rosa("es")).extract().path("id");
        add(sibling, rosa("es")).statusCode(201);

        admin().header("If-Match", "\"v0\"")
                .body(rosa("en"))
                .put(path() + "/{id}", student, id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""))
                .body("language", equalTo("en"));

        assertThat(OutboxProbe.of(d))
                .filteredOn(event ->
                        data(event).at("/guardians/0/language").asText().equals("en"))
                .extracting(OutboxProbe.Sent::key)
                .containsExactlyInAnyOrder(student.toString(), sibling.toString());
        admin().header("If-Match", "\"v0\"")
                .body(rosa("es"))
                .put(path() + "/{id}", student, id)
                .then()
                .statusCode(412);
        admin().body(rosa("es")).put(path() + "/{id}", student, id).then().statusCode(428);
    }

    @Test
    void countsAChangeOfTheRelationAlone() {
        String id = add(student, rosa("es")).extract().path("id");

        admin().header("If-Match", "\"v0\"")
                .body(rosa("es").replace("MOTHER", "FOSTER_PARENT"))
                .put(path() + "/{id}", student, id)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""));
        admin().get(path() + "/{id}", student, id)
                .then()
                .header("ETag", equalTo("\"v1\""))
                .body("relation", equalTo("FOSTER_PARENT"));
    }

    @Test
    void opensTheStudentToTheGuardianButNotTheOtherGuardians() {
        String rosa = add(student, rosa("es")).extract().path("id");
        String other =
                add(student, rosa("en").replace("rosa-1", "karl-1")).extract().path("id");
        var token = d.token(Role.GUARDIAN).guardian(UUID.fromString(rosa)).sign();

        as(token).get("/v1/students/{id}", student).then().statusCode(200);
        as(token).get(path() + "/{id}", student, rosa).then().statusCode(200);
        as(token).get(path() + "/{id}", student, other).then().statusCode(404);
        as(token).get(path(), student).then().statusCode(403);
    }

    @Test
    void closesTheStudentToAGuardianWithoutAnyRight() {
        String rosa =
                add(student, rosa("es").replace("true", "false")).extract().path("id");
        var token = d.token(Role.GUARDIAN).guardian(UUID.fromString(rosa)).sign();

        as(token).get("/v1/students/{id}", student).then().statusCode(404);
    }

    @Test
    void listsTheGuardiansOfAStudent() {
        add(student, rosa("es"));
        add(student, rosa("en").replace("rosa-1", "karl-1"));

        admin().get(path(), student)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].language", equalTo("es"));
    }

    @Test
    void refusesStrangers() {
        as(d.token(Role.SCHOOL_ADMIN).schools(UUID.randomUUID()).sign())
                .body(rosa("es"))
                .post(path(), student)
                .then()
                .statusCode(404);
        as(d.token(Role.TEACHER).staff(UUID.randomUUID()).sign())
                .body(rosa("es"))
                .post(path(), student)
                .then()
                .statusCode(403);
        as(TestDistrict.create().token(Role.DISTRICT_ADMIN).sign())
                .body(rosa("es"))
                .post(path(), student)
                .then()
                .statusCode(404);
        assertThat(OutboxProbe.of(d)).isEmpty();
    }

    @Test
    void namesTheFieldThatIsWrong() {
        add(student, rosa("spanish!")).statusCode(400);
        add(student, rosa("es").replace("MOTHER", "AUNTIE")).statusCode(400);
        add(student, rosa("es").replace("rosa@home.example", "rosa")).statusCode(400);
        add(student, rosa("es").replace("\"mayContact\": true", "\"mayContact\": \"yes\""))
                .statusCode(400);
        add(student, rosa("es").replace("mayContact", "mayCall")).statusCode(400);
        assertThat(OutboxProbe.of(d)).isEmpty();
    }

    private ValidatableResponse repeatable(String token, String key, String body) {
        return as(token)
                .header("Idempotency-Key", key)
                .body(body)
                .post(path(), student)
                .then();
    }

    private ValidatableResponse add(UUID whose, String body) {
        return admin().body(body).post(path(), whose).then();
    }

    private RequestSpecification admin() {
        return as(d.token(Role.SCHOOL_ADMIN).schools(SCHOOL).sign());
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String path() {
        return "/v1/students/{student}/guardians";
    }

    private static String rosa(String language) {
        return """
                {"relation": "MOTHER", "givenName": "Rosa", "familyName": "Lollipop", "language": "%s",
                 "email": "rosa@home.example", "educationalRights": true, "mayContact": true, "sourcedId": "rosa-1"}""".formatted(language);
    }

    private static JsonNode data(OutboxProbe.Sent event) {
        return Objects.requireNonNull(event.data());
    }
}
