package org.schoolcase.students.enrollment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.Family;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class TransferResourceTest {

    private static final String ENROLLED = "org.schoolcase.student.enrolled-with-active-plan.v1";
    private static final String ELSEWHERE = "org.schoolcase.student.enrolled-elsewhere.v1";
    private static final UUID CASE = UUID.randomUUID();

    @Inject
    SchoolFixture fixture;

    private Family family;

    @BeforeEach
    void aFamily() {
        family = new Family(fixture);
    }

    @Test
    void tellsOfAStudentWithAPlanWhoEnrollsAtAnotherSchool() {
        var other = UUID.randomUUID();
        fixture.onTeam(family.d, UUID.randomUUID(), family.student, CASE);

        fixture.write(
                family.d,
                "update student set school_ids = ? where id = ?",
                new UUID[] {other, Family.SCHOOL},
                family.student);

        var told = told(ENROLLED);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/schoolIds/0").asText()).isEqualTo(other.toString());
        assertThat(told.getFirst().get("schoolIds")).hasSize(1);
        assertThat(told.getFirst().at("/caseIds/0").asText()).isEqualTo(CASE.toString());
        assertThat(told.getFirst().get("enrolledOn").asText()).isEqualTo(family.today.toString());
        Family.as(family.d.token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/students/{id}/school-enrollments", family.student)
                .then()
                .body("items", hasSize(2))
                .body("items[0].schoolId", equalTo(other.toString()))
                .body("items[0].beginsOn", equalTo(family.today.toString()))
                .body("items[1].beginsOn", nullValue());
    }

    @Test
    void tellsOfAStudentWithAPlanWhoComesBack() {
        fixture.onTeam(family.d, UUID.randomUUID(), family.student, CASE);
        fixture.write(family.d, "update student set active = false where id = ?", family.student);
        assertThat(told(ENROLLED)).isEmpty();

        fixture.write(family.d, "update student set active = true where id = ?", family.student);

        assertThat(told(ENROLLED)).hasSize(1);
    }

    @Test
    void keepsQuietAboutStudentsWithoutAPlanAndWithoutANewSchool() {
        fixture.write(
                family.d,
                "update student set school_ids = ? where id = ?",
                new UUID[] {UUID.randomUUID()},
                family.student);
        fixture.onTeam(family.d, UUID.randomUUID(), family.student, CASE);
        fixture.write(family.d, "update student set grade = '06', school_ids = '{}' where id = ?", family.student);

        assertThat(told(ENROLLED)).isEmpty();
    }

    @Test
    void recordsATransferInWithAPlanAndItsRecords() {
        var id = record("IN", true)
                .body("recordsRequestedOn", nullValue())
                .extract()
                .<String>path("id");
        assertThat(told(ENROLLED)).hasSize(1);
        assertThat(told(ENROLLED).getFirst().get("transferId").asText()).isEqualTo(id);
        assertThat(told(ENROLLED).getFirst().toString()).doesNotContain("Prickly");

        put(id, "records-answer", answer("2026-11-06"), "\"v0\"")
                .statusCode(409)
                .body("code", equalTo("transfer.not-requested"));
        put(id, "records-request", "{\"requestedOn\": \"2026-11-03\"}", "\"v0\"")
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""));
        put(id, "records-answer", answer("2026-11-02"), "\"v1\"")
                .statusCode(422)
                .body("code", equalTo("transfer.answer-before-request"));
        put(id, "records-answer", answer("2026-11-06"), "\"v1\"")
                .statusCode(200)
                .body("recordsAnswer", equalTo("SENT"))
                .body("recordsAnsweredBy", notNullValue());
        put(id, "records-answer", answer("2026-11-06"), "\"v1\"").statusCode(412);
        put(id, "records-request", "{\"requestedOn\": \"%s\"}".formatted(family.today.plusDays(1)), "*")
                .statusCode(422)
                .body("code", equalTo("date.out-of-range"));
        assertThat(AuditProbe.actions(family.d)).doesNotContain("transfer.send-records");
        family.get("transfers").body("items.id", contains(id));
        family.get("transfers/" + id).statusCode(200).header("ETag", equalTo("\"v2\""));
    }

    @Test
    void remembersRecordsThatWereSentAsADisclosure() {
        fixture.onTeam(family.d, UUID.randomUUID(), family.student, CASE);
        var id = record("OUT", true).extract().<String>path("id");
        put(id, "records-request", "{\"requestedOn\": \"2026-11-03\"}", "*").statusCode(200);
        put(id, "records-answer", answer("2026-11-06"), "*").statusCode(200);

        assertThat(told(ELSEWHERE)).hasSize(1);
        assertThat(told(ELSEWHERE).getFirst().at("/caseIds/0").asText()).isEqualTo(CASE.toString());
        assertThat(AuditProbe.of(family.d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("transfer.send-records");
            assertThat(entry.basis()).isEqualTo("34 CFR 99.31(a)(2)");
            assertThat(entry.studentId()).isEqualTo(family.student);
        });
        put(id, "records-answer", answer("2026-11-06").replace("SENT", "PARTLY_SENT"), "*")
                .statusCode(200);
        Family.as(family.d.token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/students/{id}/disclosures", family.student)
                .then()
                .body("items", hasSize(1))
                .body("items[0].recipientName", equalTo("Prickly Pear Elementary"))
                .body("items[0].basis", equalTo("OTHER_SCHOOL"))
                .body("items[0].sourceId", equalTo(id))
                .body("items[0].disclosedAt", startsWith("2026-11-06"));
        put(id, "records-answer", answer("2026-11-10"), "*").statusCode(200);
        Family.as(family.d.token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/students/{id}/disclosures", family.student)
                .then()
                .body("items", hasSize(2))
                .body("items[0].disclosedAt", startsWith("2026-11-10"))
                .body("items[1].disclosedAt", startsWith("2026-11-06"));
    }

    @Test
    void pagesTransfersNewestFirst() {
        record("IN", false);
        var last = record("OUT", false).extract().<String>path("id");
        String next = family.get("transfers?limit=1")
                .body("items.id", contains(last))
                .extract()
                .path("next");
        family.get("transfers?limit=1&cursor=" + next).body("items", hasSize(1)).body("next", nullValue());
        assertThat(told(ENROLLED))
                .as("without a plan and without a case nobody need act")
                .isEmpty();
    }

    @Test
    void tellsTheCaseOfATransferInWithoutAPlan() {
        fixture.onTeam(family.d, UUID.randomUUID(), family.student, CASE);
        record("IN", false);

        assertThat(told(ENROLLED)).hasSize(1);
        assertThat(told(ENROLLED).getFirst().at("/caseIds/0").asText()).isEqualTo(CASE.toString());
    }

    @Test
    void showsTheClassesOfAStudent() {
        family.get("class-enrollments").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void hidesTransfersFromStrangers() {
        var id = record("IN", true).extract().<String>path("id");
        var sibling = fixture.student(family.d, "Liam", "Jellyroll", Family.SCHOOL);
        for (var token : List.of(
                family.d.token(Role.SCHOOL_ADMIN).schools(UUID.randomUUID()).sign(),
                TestDistrict.create().token(Role.DISTRICT_ADMIN).sign())) {
            for (var path : List.of("/transfers", "/transfers/" + id, "/school-enrollments", "/class-enrollments")) {
                Family.as(token)
                        .get("/v1/students/" + family.student + path)
                        .then()
                        .statusCode(404);
            }
        }
        family.admin()
                .get("/v1/students/{id}/transfers/{transfer}", sibling, id)
                .then()
                .statusCode(404);
        family.post("transfers", body("IN", true).replace("Prickly Pear Elementary", " "))
                .statusCode(400);
    }

    private ValidatableResponse record(String direction, boolean plan) {
        return family.post("transfers", body(direction, plan)).statusCode(201).header("ETag", equalTo("\"v0\""));
    }

    private static String body(String direction, boolean plan) {
        return """
                {"direction": "%s", "organization": "Prickly Pear Elementary", "otherDistrict": "Agave Unified",
                 "effectiveOn": "%s", "planInForce": %s}""".formatted(direction, LocalDate.of(2026, 11, 2), plan);
    }

    private static String answer(String day) {
        return "{\"answeredOn\": \"%s\", \"answer\": \"SENT\"}".formatted(day);
    }

    private ValidatableResponse put(String id, String what, String body, String ifMatch) {
        return family.admin()
                .header("If-Match", ifMatch)
                .body(body)
                .put("/v1/students/{id}/transfers/{transfer}/" + what, family.student, id)
                .then();
    }

    private List<JsonNode> told(String type) {
        return OutboxProbe.of(family.d).stream()
                .filter(event -> event.type().equals(type))
                .map(event -> Objects.requireNonNull(event.data()))
                .toList();
    }
}
