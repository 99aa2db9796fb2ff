package org.schoolcase.students.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
import org.schoolcase.students.SchoolFixture;

/** From data that come in to indicators that are read, and to the event that prompts a review. */
@QuarkusTest
@NullMarked
class EarlyWarningTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final String CHANGED = "org.schoolcase.student.indicator-changed.v1";

    @Inject
    SchoolFixture fixture;

    private TestDistrict d;
    private IndicatorProbe probe;

    @BeforeEach
    void aDistrict() {
        d = TestDistrict.create();
        probe = new IndicatorProbe(d, fixture);
    }

    @Test
    void flagsChronicAbsenceAndTellsIt() {
        var absent = probe.student("03", SCHOOL);
        var present = probe.student("03", SCHOOL);
        probe.send("attendance", probe.attendance(absent, 180, 18))
                .statusCode(200)
                .body("added", equalTo(180));
        probe.send("attendance", probe.attendance(present, 180, 17)).statusCode(200);
        probe.computed();

        probe.admin()
                .get("/v1/early-warning")
                .then()
                .statusCode(200)
                .body("items.studentId", contains(absent.toString()))
                .body("items[0].indicators.indicator", hasItems("ATTENDANCE", "COMPOSITE"))
                .body("items[0].indicators.find { it.indicator == 'COMPOSITE' }.level", equalTo("YELLOW"))
                .rootPath("items[0].indicators.find { it.indicator == 'ATTENDANCE' }")
                .body("level", equalTo("FLAGGED"))
                .body("windowTo", equalTo(IndicatorProbe.today().toString()))
                .body("catalogVersion", equalTo(1))
                .body("evaluations.ruleId", contains("federal-chronic-absence"))
                .body("evaluations[0].inputs.absentDays", equalTo(18))
                .body("evaluations[0].inputs.enrolledDays", equalTo(180))
                .body("evaluations[0].outcome", equalTo("FIRED"))
                .body("evaluations[0].value", equalTo(0.1f));
        assertThat(probe.level(present, "ATTENDANCE")).isEqualTo("NONE");
        assertThat(changes())
                .extracting(event -> event.get("indicator").asText() + " "
                        + event.get("level").asText())
                .containsExactlyInAnyOrder("ATTENDANCE FLAGGED", "COMPOSITE YELLOW");
        assertThat(changes()).allSatisfy(event -> {
            assertThat(event.get("studentId").asText()).isEqualTo(absent.toString());
            assertThat(event.toString()).doesNotContain("Leila");
            assertThat(event.fieldNames())
                    .toIterable()
                    .as("not how often he was absent")
                    .containsExactlyInAnyOrder("studentId", "indicator", "level", "catalogVersion", "changedOn");
        });
    }

    @Test
    void doublesNothingHoweverOftenTheSameComes() {
        var student = probe.student("03", SCHOOL);
        var days = probe.attendance(student, 20, 2);
        probe.send("attendance", days).body("added", equalTo(20), "unchanged", equalTo(0));
        probe.computed();
        probe.send("attendance", days).body("added", equalTo(0), "changed", equalTo(0), "unchanged", equalTo(20));
        assertThat(fixture.count(d, "select count(*) from indicator_dirty")).isZero();

        var corrected = probe.attendance(student, 20, 1);
        probe.send("attendance", corrected).body("changed", equalTo(1), "unchanged", equalTo(19));
        probe.computed();
        assertThat(probe.level(student, "ATTENDANCE")).isEqualTo("NONE");
        assertThat(changes())
                .extracting(event -> event.path("levelBefore").asText() + ">"
                        + event.get("level").asText())
                .containsExactlyInAnyOrder(">FLAGGED", ">YELLOW", "FLAGGED>NONE", "YELLOW>NONE");
    }

    @Test
    void looksAtIncidentsMarksAndScreeningsUntilTheyAreTakenBack() {
        var student = probe.student("09", SCHOOL);
        var yesterday = IndicatorProbe.today().minusDays(1);
        var incident = """
                {"source": "sis", "items": [{"key": "i1", "studentId": "%s", "date": "%s", "kind": "MAJOR",
                 "response": "OUT_OF_SCHOOL_SUSPENSION", "daysRemoved": 1.5, "voided": %s}]}""";
        probe.send("behavior-incidents", incident.formatted(student, yesterday, false))
                .body("added", equalTo(1));
        probe.send("course-marks", """
                {"source": "sis", "items": [
                 {"key": "m1", "studentId": "%1$s", "course": "ALG-1", "subject": "MATHEMATICS", "core": true,
                  "termEnd": "%2$s", "mark": "F", "points": 0, "failed": true, "creditsEarned": 0},
                 {"key": "m2", "studentId": "%1$s", "course": "ENG-1", "subject": "ENGLISH", "core": true,
                  "termEnd": "%2$s", "mark": "A", "points": 4, "failed": false, "creditsEarned": 0.5}]}""".formatted(student, yesterday)).body("added", equalTo(2));
        probe.send("screening-results", """
                {"source": "screener", "items": [{"key": "s1", "studentId": "%s", "measure": "fluency",
                 "date": "%s", "score": 42.5, "benchmark": "WELL_BELOW"}]}""".formatted(student, yesterday)).body("added", equalTo(1));
        probe.computed();

        assertThat(List.of("BEHAVIOR", "COURSE", "SCREENING", "COMPOSITE"))
                .extracting(indicator -> probe.level(student, indicator))
                .containsExactly("FLAGGED", "FLAGGED", "FLAGGED", "ORANGE");
        assertThat(probe.level(student, "ATTENDANCE")).isEqualTo("NOT_EVALUATED");

        probe.send("behavior-incidents", incident.formatted(student, yesterday, true))
                .body("changed", equalTo(1));
        probe.computed();
        assertThat(probe.level(student, "BEHAVIOR")).isEqualTo("NONE");
        assertThat(probe.level(student, "COMPOSITE")).isEqualTo("YELLOW");
    }

    @Test
    void followsARecordToAnotherStudent() {
        var wrong = probe.student("09", SCHOOL);
        var right = probe.student("09", SCHOOL);
        var incident = """
                {"source": "sis", "items": [{"key": "i1", "studentId": "%s", "date": "%s", "kind": "MAJOR",
                 "response": "EXPULSION"}]}""";
        var day = IndicatorProbe.today().minusDays(3);
        probe.send("behavior-incidents", incident.formatted(wrong, day));
        probe.computed();
        probe.send("behavior-incidents", incident.formatted(right, day));
        probe.computed();

        assertThat(probe.level(wrong, "BEHAVIOR")).isEqualTo("NONE");
        assertThat(probe.level(right, "BEHAVIOR")).isEqualTo("FLAGGED");
    }

    @Test
    void showsEachCallerHisStudentsAlone() {
        var teacher = UUID.randomUUID();
        var mine = flagged(SCHOOL);
        var other = flagged(UUID.randomUUID());
        fixture.teaches(
                d,
                teacher,
                mine,
                IndicatorProbe.today().minusDays(9),
                IndicatorProbe.today().plusDays(9));
        probe.computed();

        for (var token : List.of(
                d.token(Role.TEACHER).staff(teacher).sign(),
                d.token(Role.SCHOOL_ADMIN).schools(SCHOOL).sign())) {
            IndicatorProbe.as(token).get("/v1/early-warning").then().body("items.studentId", contains(mine.toString()));
            IndicatorProbe.as(token)
                    .get("/v1/students/{id}/indicators", other)
                    .then()
                    .statusCode(404);
        }
        IndicatorProbe.as(TestDistrict.create().token(Role.DISTRICT_ADMIN).sign())
                .get("/v1/early-warning")
                .then()
                .body("items", hasSize(0));
        IndicatorProbe.as(d.token(Role.GUARDIAN).guardian(UUID.randomUUID()).sign())
                .get("/v1/early-warning")
                .then()
                .statusCode(403);
        await().untilAsserted(() -> assertThat(AuditProbe.of(d)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("early-warning.list");
            assertThat(entry.studentId()).isEqualTo(mine);
        }));
    }

    @Test
    void pagesAndFilters() {
        var one = flagged(SCHOOL);
        var two = flagged(UUID.randomUUID());
        probe.computed();

        String next = list("").queryParam("limit", 1)
                .get("/v1/early-warning")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("next");
        list("").queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/early-warning")
                .then()
                .body("items", hasSize(1), "next", equalTo(null));
        list("").queryParam("level", "RED")
                .queryParam("cursor", next)
                .get("/v1/early-warning")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
        list("ATTENDANCE")
                .queryParam("schoolId", SCHOOL)
                .get("/v1/early-warning")
                .then()
                .body("items.studentId", contains(one.toString()));
        list("ATTENDANCE")
                .queryParam("level", "FLAGGED")
                .get("/v1/early-warning")
                .then()
                .body("items.studentId", hasItem(two.toString()));
        list("COURSE").get("/v1/early-warning").then().body("items", hasSize(0));
        list("COMPOSITE")
                .queryParam("level", "RED")
                .get("/v1/early-warning")
                .then()
                .body("items", hasSize(0));
        list("COMPOSITE")
                .queryParam("level", "NONE")
                .get("/v1/early-warning")
                .then()
                .statusCode(400);
        list("LUCK").get("/v1/early-warning").then().statusCode(400);
    }

    @Test
    void keepsGoodItemsAndNamesTheOthers() {
        var student = probe.student("03", SCHOOL);
        var stranger = UUID.randomUUID();
        probe.send("attendance", """
                {"source": "sis", "coverage": "ALL_DAYS", "items": [
                 {"studentId": "%s", "date": "2026-10-05", "code": "PRESENT"},
                 {"studentId": "%s", "date": "2026-10-05", "code": "PRESENT"},
                 {"date": "2026-10-05", "code": "PRESENT"}]}""".formatted(student, stranger))
                .statusCode(200)
                .body("added", equalTo(1), "rejected", equalTo(2))
                .body("findings.code", contains("cell.missing", "student.unknown"))
                .body("findings.line", contains(2, 1));
        probe.send("attendance", "{\"source\": \"sis\", \"coverage\": \"ALL_DAYS\"}")
                .statusCode(400);
        probe.send("attendance", "{\"source\": \"s i s\", \"coverage\": \"ALL_DAYS\", \"items\": []}")
                .statusCode(400);
        probe.send("attendance", probe.attendance(student, 1001, 0)).statusCode(400);
        probe.send("attendance", probe.attendance(student, 1, 0).replace("PRESENT", "HERE"))
                .statusCode(400);
        probe.send("attendance", probe.attendance(student, 1, 0).replace("\"PRESENT\"", "null"))
                .statusCode(400);
        IndicatorProbe.as(d.token(Role.TEACHER).staff(stranger).sign())
                .body(probe.attendance(student, 1, 0))
                .post("/v1/indicator-data/attendance")
                .then()
                .statusCode(403);
        assertThat(AuditProbe.actions(d)).containsOnlyOnce("indicator-data.receive");
    }

    @Test
    void writesNothingIntoAnotherDistrict() {
        var student = probe.student("03", SCHOOL);
        var other = new IndicatorProbe(TestDistrict.create(), fixture);

        other.send("attendance", other.attendance(student, 3, 3)).body("rejected", equalTo(3), "added", equalTo(0));
        assertThat(fixture.count(d, "select count(*) from attendance_day")).isZero();
    }

    private io.restassured.specification.RequestSpecification list(String indicator) {
        return indicator.isEmpty() ? probe.admin() : probe.admin().queryParam("indicator", indicator);
    }

    private UUID flagged(UUID school) {
        var student = probe.student("03", school);
        probe.send("attendance", probe.attendance(student, 20, 5)).statusCode(200);
        return student;
    }

    private List<JsonNode> changes() {
        return OutboxProbe.of(d).stream()
                .filter(event -> event.type().equals(CHANGED))
                .map(event -> Objects.requireNonNull(event.data()))
                .toList();
    }
}
