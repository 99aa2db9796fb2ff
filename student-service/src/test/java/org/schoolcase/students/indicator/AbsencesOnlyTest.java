package org.schoolcase.students.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

/** A source that delivers absences alone: days enrolled are counted by calendar and enrolment, or no rate is shown. */
@QuarkusTest
@NullMarked
class AbsencesOnlyTest {

    private static final LocalDate THROUGH = IndicatorProbe.today().minusDays(1);

    @Inject
    SchoolFixture fixture;

    private TestDistrict d;
    private IndicatorProbe probe;
    private UUID school;

    @BeforeEach
    void aDistrict() {
        d = TestDistrict.create();
        probe = new IndicatorProbe(d, fixture);
        school = UUID.randomUUID();
    }

    @Test
    void countsDaysEnrolledByTheCalendarUpToTheDayCovered() {
        var always = probe.student("03", school);
        var sometimes = probe.student("03", school);
        var never = probe.student("03", school);
        var days = schoolDays(IndicatorProbe.firstDay(), THROUGH);
        int tenth = (days.size() + 9) / 10;
        probe.send("attendance", absences(always, days.subList(0, tenth), null))
                .body("added", equalTo(tenth), "coverageStated", equalTo(false));
        probe.computed();
        evaluation(always).body("outcome", equalTo("NOT_COVERED"), "value", nullValue());

        probe.send("attendance", absences(sometimes, days.subList(0, tenth - 1), THROUGH))
                .body("coverageStated", equalTo(true));
        probe.computed();

        evaluation(always)
                .body("outcome", equalTo("FIRED"), "daysEnrolled", equalTo("CALENDAR"))
                .body("inputs.enrolledDays", equalTo(days.size()), "inputs.absentDays", equalTo(tenth))
                .body("to", equalTo(THROUGH.toString()));
        evaluation(sometimes).body("outcome", equalTo("NOT_FIRED"), "inputs.absentDays", equalTo(tenth - 1));
        evaluation(never).body("outcome", equalTo("NOT_FIRED"), "inputs.enrolledDays", equalTo(days.size()));

        probe.closed(days.getLast());
        probe.computed();
        evaluation(never).body("inputs.enrolledDays", equalTo(days.size() - 1));
    }

    @Test
    void countsNothingAfterTheDayCovered() {
        var student = probe.student("03", school);
        var days = schoolDays(IndicatorProbe.firstDay(), THROUGH);
        var middle = days.get(days.size() / 2);
        probe.send("attendance", absences(student, List.of(days.getFirst(), days.getLast()), middle));
        probe.computed();

        evaluation(student)
                .body("inputs.absentDays", equalTo(1), "inputs.enrolledDays", equalTo(days.size() / 2 + 1))
                .body("to", equalTo(middle.toString()));
    }

    @Test
    void countsFromTheDayOnWhichHeCame() {
        var student = probe.student("03", school);
        var days = schoolDays(IndicatorProbe.firstDay(), THROUGH);
        var came = days.get(days.size() - 12);
        fixture.write(
                d,
                "insert into student_field_change (student_id, field, kind, source, old_value, new_value, valid_from,"
                        + " recorded_by, recorded_at)"
                        + " values (?, 'SCHOOL_IDS', 'CHANGE', 'ROSTER', '[]', ?::jsonb, ?, 'test', now())",
                student,
                "[\"" + school + "\"]",
                came);
        probe.send("attendance", absences(student, List.of(days.getLast()), THROUGH));
        probe.computed();
        evaluation(student).body("inputs.enrolledDays", equalTo(12), "from", equalTo(came.toString()));

        probe.send("attendance", absences(student, List.of(days.getFirst()), null));
        probe.computed();
        evaluation(student).body("outcome", equalTo("CALENDAR_DISAGREES"), "value", nullValue());
    }

    @Test
    void showsNoRateWithoutACalendarOrWithAnotherOne() {
        var other = probe.student("03", school);
        var offDay = IndicatorProbe.today().minusDays(9).with(DayOfWeek.WEDNESDAY);
        probe.send("attendance", absences(other, List.of(offDay), THROUGH));
        probe.computed();
        evaluation(other).body("outcome", equalTo("CALENDAR_DISAGREES"));

        d = TestDistrict.create();
        probe = IndicatorProbe.withoutCalendar(d, fixture);
        var student = probe.student("03", school);
        probe.send("attendance", absences(student, List.of(THROUGH), THROUGH)).body("coverageStated", equalTo(true));
        probe.computed();
        evaluation(student).body("outcome", equalTo("NO_CALENDAR"), "value", nullValue());
        assertThat(probe.level(student, "ATTENDANCE")).isEqualTo("NOT_EVALUATED");

        probe.calendar();
        probe.computed();
        evaluation(student).body("outcome", org.hamcrest.Matchers.not("NO_CALENDAR"));
    }

    @Test
    void showsNoRateOfOneWhoLeftNobodyKnowsWhen() {
        var student = probe.student("03", school);
        fixture.write(d, "update student set active = false where id = ?", student);
        probe.send("attendance", absences(student, List.of(), THROUGH));
        probe.computed();

        assertThat(fixture.count(d, """
                        select count(*) from student_indicator where indicator = 'ATTENDANCE'
                           and level = 'NOT_EVALUATED' and evaluations -> 0 ->> 'outcome' = 'ENROLLMENT_UNKNOWN'""")).isEqualTo(1);
    }

    @Test
    void believesTheStatementOfASchoolBeforeThatOfAll() {
        var here = probe.student("03", school);
        var there = probe.student("03", UUID.randomUUID());
        var days = schoolDays(IndicatorProbe.firstDay(), THROUGH);
        probe.send("attendance", absences(here, List.of(), THROUGH));
        probe.send("attendance", """
                {"source": "annex", "coverage": "ABSENCES_ONLY", "coveredFrom": "%s", "through": "%s", "schoolId": "%s",
                 "items": []}""".formatted(days.get(2), days.get(11), school));
        probe.computed();

        evaluation(here).body("inputs.enrolledDays", equalTo(10));
        evaluation(there).body("inputs.enrolledDays", equalTo(days.size()));
    }

    @Test
    void coversTheDaysOfAFileOnceAllItsRowsAreRead() {
        var student = probe.student("03", school);
        var days = schoolDays(IndicatorProbe.firstDay(), THROUGH);
        var rows = days.stream()
                .limit(3)
                .map(day -> student + "," + day + ",ABSENT\n")
                .collect(Collectors.joining());
        file("studentId,date,code\n" + rows + student + ",yesterday,ABSENT\n", "ABSENCES_ONLY", THROUGH.toString())
                .body("state", equalTo("COMPLETED_WITH_ERRORS"), "coverageStated", equalTo(false));
        probe.computed();
        evaluation(student).body("outcome", equalTo("NOT_COVERED"));

        file(
                        "studentId,date,code\n" + rows + UUID.randomUUID() + "," + days.getFirst() + ",ABSENT\n",
                        "ABSENCES_ONLY",
                        THROUGH.toString())
                .body("coverageStated", equalTo(true), "coverage.through", equalTo(THROUGH.toString()));
        probe.computed();
        evaluation(student).body("inputs.absentDays", equalTo(3), "inputs.enrolledDays", equalTo(days.size()));
    }

    @Test
    void refusesWhatLeavesTheDaysOpen() {
        refused("", "coverage.missing");
        refused("&coverage=ABSENCES_ONLY", "coverage.through-missing");
        refused("&coverage=ALL_DAYS&through=" + THROUGH, "coverage.only-for-absences");
        refused("&coverage=ABSENCES_ONLY&through=" + IndicatorProbe.today().plusDays(2), "coverage.through-in-future");
        refused(
                "&coverage=ABSENCES_ONLY&coveredFrom=" + THROUGH + "&through=" + THROUGH.minusDays(1),
                "coverage.from-after-through");
        upload("studentId,date,code\n", "BEHAVIOR", "&coverage=ALL_DAYS")
                .statusCode(400)
                .body("code", equalTo("coverage.only-for-attendance"));
        probe.send("attendance", "{\"source\": \"sis\", \"items\": []}").statusCode(400);
        var tomorrow = IndicatorProbe.today().plusDays(2);
        probe.send("attendance", absences(UUID.randomUUID(), List.of(), tomorrow))
                .statusCode(400)
                .body("code", equalTo("coverage.through-in-future"));
        assertThat(fixture.count(d, "select count(*) from attendance_coverage")).isZero();
    }

    private void refused(String parameters, String code) {
        upload("studentId,date,code\n", "ATTENDANCE", parameters)
                .statusCode(400)
                .body("code", equalTo(code));
    }

    private ValidatableResponse upload(String csv, String kind, String parameters) {
        return given().auth()
                .oauth2(d.token(Role.SIS_SYNC).sign())
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/v1/indicator-imports?source=sis&kind=" + kind + parameters)
                .then();
    }

    private ValidatableResponse file(String csv, String coverage, String through) {
        String id = upload(csv, "ATTENDANCE", "&coverage=" + coverage + "&through=" + through)
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> probe.admin()
                                .get("/v1/indicator-imports/{id}", id)
                                .then()
                                .extract()
                                .path("finishedAt")
                        != null);
        return probe.admin().get("/v1/indicator-imports/{id}", id).then().statusCode(200);
    }

    private ValidatableResponse evaluation(UUID student) {
        return probe.admin()
                .get("/v1/students/{id}/indicators", student)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.indicator == 'ATTENDANCE' }.evaluations"
                        + ".find { it.ruleId == 'federal-chronic-absence' }");
    }

    private static String absences(
            UUID student, List<LocalDate> days, @org.jspecify.annotations.Nullable LocalDate through) {
        var items = days.stream().map(day -> """
                        {"studentId": "%s", "date": "%s", "code": "ABSENT"}""".formatted(student, day)).collect(Collectors.joining(","));
        var said = through == null ? "" : "\"through\": \"" + through + "\", ";
        return "{\"source\": \"sis\", \"coverage\": \"ABSENCES_ONLY\", " + said + "\"items\": [" + items + "]}";
    }

    /** Mondays and Tuesdays. */
    private static List<LocalDate> schoolDays(LocalDate from, LocalDate through) {
        return from.datesUntil(through.plusDays(1))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY || day.getDayOfWeek() == DayOfWeek.TUESDAY)
                .toList();
    }
}
