package org.schoolcase.students.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.AuditProbe;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

@QuarkusTest
@NullMarked
class CalendarResourceTest {

    private static final String YEAR = "/v1/calendars/{id}/years/{year}";
    private static final String PLAN = """
            {"name": "District calendar", "schoolIds": [%s], "firstDay": "2026-09-01", "lastDay": "2027-06-11",
             "weekdays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
             "noSchool": [{"from": "2026-12-21", "to": "2027-01-01", "kind": "BREAK", "name": "winter break"},
                          {"from": "2027-01-18", "to": "2027-01-18", "kind": "HOLIDAY", "name": "MLK Day"}]}""";
    private static final String SNOW = """
            {"kind": "CLOSE", "from": "2027-01-20", "reason": "Snow"}""";

    @Inject
    SchoolFixture fixture;

    private final TestDistrict d = TestDistrict.create();
    private final UUID id = UUID.randomUUID();

    @Test
    void entersAYearAndTellsTheOthersEnoughToCountWithIt() {
        plan(id, "2026-27", PLAN.formatted(""))
                .statusCode(201)
                .header("Location", endsWith("/years/2026-27"))
                .header("ETag", equalTo("\"v0\""))
                .body("plan.weekdays", hasSize(5));

        var sent = OutboxProbe.of(d);
        assertThat(sent).extracting(OutboxProbe.Sent::type).containsExactly("org.schoolcase.calendar.profile.v1");
        var data = data(sent.getFirst());
        assertThat(sent.getFirst().topic()).isEqualTo("schoolcase.calendar.state");
        assertThat(sent.getFirst().key()).isEqualTo(id.toString());
        assertThat(data.at("/years/0/year").asText()).isEqualTo("2026-27");
        assertThat(data.at("/years/0/plan/noSchool/0/from").asText()).isEqualTo("2026-12-21");
        assertThat(data.at("/years/0/plan/weekdays")).hasSize(5);
        assertThat(AuditProbe.actions(d)).containsExactly("calendar.plan");
    }

    @Test
    void amendsWithoutDestroyingWhatWasKnown() {
        String before = plan(id, "2026-27", PLAN.formatted("")).extract().path("recordedAt");
        int days = admin().get(YEAR, id, "2026-27").then().extract().path("schoolDays");

        amend(id, "2026-27", SNOW)
                .statusCode(201)
                .body("version", equalTo(1), "schoolDays", equalTo(days - 1), "reason", equalTo("Snow"));

        admin().get(YEAR, id, "2026-27").then().body("schoolDays", equalTo(days - 1));
        admin().queryParam("knownAt", before)
                .get(YEAR, id, "2026-27")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v0\""))
                .body("schoolDays", equalTo(days));
        admin().queryParam("knownAt", "2020-01-01T00:00:00Z")
                .get(YEAR, id, "2026-27")
                .then()
                .statusCode(404);
        admin().get(YEAR + "/versions", id, "2026-27")
                .then()
                .body("items.change", contains("CLOSE", "PLANNED"), "items.version", contains(1, 0));
        assertThat(OutboxProbe.of(d))
                .filteredOn(event -> event.type().equals("org.schoolcase.student.calendar-amended.v1"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.topic()).isEqualTo("schoolcase.student.events");
                    assertThat(data(event).get("kind").asText()).isEqualTo("CLOSE");
                    assertThat(data(event).get("schoolDaysRemoved").asInt()).isEqualTo(1);
                    assertThat(data(event).toString()).doesNotContain("Snow");
                });
        assertThat(OutboxProbe.of(d))
                .filteredOn(event -> event.type().endsWith("profile.v1"))
                .extracting(event -> data(event).get("version").asLong())
                .containsExactly(0L, 1L);
        assertThat(AuditProbe.actions(d)).containsExactly("calendar.plan", "calendar.amend");
    }

    @Test
    void amendsOnceHoweverOftenTheSameRequestComes() {
        plan(id, "2026-27", PLAN.formatted(""));
        var token = d.token(Role.DISTRICT_ADMIN).sign();
        for (int i = 0; i < 2; i++) {
            as(token)
                    .header("Idempotency-Key", "snow-" + id)
                    .body(SNOW)
                    .post(YEAR + "/amendments", id, "2026-27")
                    .then()
                    .log()
                    .all()
                    .statusCode(201)
                    .body("version", equalTo(1));
        }

        amend(id, "2026-27", SNOW).statusCode(422).body("code", equalTo("amendment.no-school-day"));
    }

    @Test
    void countsSchoolDaysWithATrace() {
        plan(id, "2026-27", PLAN.formatted(""));

        count("2026-12-18", "2027-01-04")
                .statusCode(200)
                .body("schoolDays", equalTo(1), "leftOut.name", hasItem("winter break"))
                .body("citation", equalTo("34 CFR 300.11(c)"));
        next("2027-01-15", 1).statusCode(200).body("to", equalTo("2027-01-19"), "leftOut.reason", hasItem("HOLIDAY"));
        next("2027-06-11", 1)
                .statusCode(422)
                .body("code", equalTo("calendar.not-known"), "knownUntil", equalTo("2027-06-11"));
        count("2026-12-18", "2027-09-04").statusCode(422);
        count("2026-12-18", "2026-12-17").statusCode(400).body("code", equalTo("span.invalid"));
        count("2026-12-18", "tomorrow").statusCode(400);
        next("2026-12-18", 0).statusCode(400);
        admin().get("/v1/calendars/{id}/school-days", id).then().statusCode(400);
    }

    @Test
    void countsAsWasKnownBeforeTheSnow() {
        String before = plan(id, "2026-27", PLAN.formatted("")).extract().path("recordedAt");
        amend(id, "2026-27", SNOW);

        next("2027-01-19", 1).body("to", equalTo("2027-01-21"), "leftOut.reason", contains("CLOSURE"));
        admin().queryParam("after", "2027-01-19")
                .queryParam("knownAt", before)
                .get("/v1/calendars/{id}/school-days/next", id)
                .then()
                .body("to", equalTo("2027-01-20"));
    }

    @Test
    void replacesAPlanOnlyForWhoKnowsIt() {
        plan(id, "2026-27", PLAN.formatted(""));
        plan(id, "2026-27", PLAN.formatted("")).statusCode(412).body("code", equalTo("already-there"));
        admin().body(PLAN.formatted("")).put(YEAR, id, "2026-27").then().statusCode(428);

        admin().header("If-Match", "\"v0\"")
                .body(PLAN.formatted("").replace("2027-06-11", "2027-06-04"))
                .put(YEAR, id, "2026-27")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"v1\""));
        assertThat(OutboxProbe.of(d))
                .filteredOn(event -> event.type().endsWith("calendar-amended.v1"))
                .singleElement()
                .satisfies(event ->
                        assertThat(data(event).get("schoolDaysRemoved").asInt()).isEqualTo(5));
    }

    @Test
    void refusesAPlanThatCannotBeCountedWith() {
        plan(id, "2026-27", PLAN.formatted("").replace("\"to\": \"2027-01-01\"", "\"to\": \"2027-09-01\""))
                .statusCode(422)
                .body("code", equalTo("calendar.invalid"), "errors[0].pointer", equalTo("/noSchool/0"));
        plan(id, "2026-28", PLAN.formatted("")).statusCode(400).body("code", equalTo("year.malformed"));
        plan(id, "26-27", PLAN.formatted("")).statusCode(400);
        plan(id, "2026-27", PLAN.formatted("").replace("\"FRIDAY\"", "\"FRYDAY\""))
                .statusCode(400);
        plan(id, "2026-27", PLAN.formatted("").replace("\"lastDay\": \"2027-06-11\",", ""))
                .statusCode(400);
        amend(id, "2026-27", SNOW).statusCode(404);
        assertThat(OutboxProbe.of(d)).isEmpty();
    }

    @Test
    void letsOneCalendarHoldForASchoolInAYear() {
        var school = UUID.randomUUID();
        var other = UUID.randomUUID();
        plan(id, "2026-27", PLAN.formatted("")).statusCode(201);
        plan(other, "2026-27", PLAN.formatted("\"" + school + "\"")).statusCode(201);

        plan(UUID.randomUUID(), "2026-27", PLAN.formatted("\"" + school + "\""))
                .statusCode(409)
                .body("code", equalTo("calendar.school-taken"), "calendarId", equalTo(other.toString()));
        plan(UUID.randomUUID(), "2026-27", PLAN.formatted("")).statusCode(409);
        plan(
                        id,
                        "2027-28",
                        PLAN.formatted("").replace("2026-09-01", "2027-06-01").replace("2027-06-11", "2028-06-09"))
                .statusCode(422);
    }

    @Test
    void knowsWhichCalendarHoldsForASchoolAndAStudent() {
        var school = school();
        var student = fixture.student(d, "Leila", "Jellyroll", school);
        var own = UUID.randomUUID();
        plan(id, "2026-27", PLAN.formatted(""));
        applied("/v1/students/{x}/calendar", student, "2027-01-18")
                .statusCode(200)
                .body("calendarId", equalTo(id.toString()), "schoolDay", equalTo(false), "day", equalTo("HOLIDAY"));

        plan(own, "2026-27", PLAN.formatted("\"" + school + "\""));
        applied("/v1/students/{x}/calendar", student, "2027-01-19")
                .body("calendarId", equalTo(own.toString()), "schoolDay", equalTo(true), "ownOfSchools", equalTo(true));
        applied("/v1/schools/{x}/calendar", school, "2027-01-19").body("calendarId", equalTo(own.toString()));
        applied("/v1/schools/{x}/calendar", UUID.randomUUID(), "2027-01-19").statusCode(404);
        applied("/v1/schools/{x}/calendar", school(), "2027-01-19").body("calendarId", equalTo(id.toString()));
        await().untilAsserted(() -> assertThat(AuditProbe.actions(d)).contains("student.calendar"));

        as(d.token(Role.TEACHER).staff(UUID.randomUUID()).sign())
                .get("/v1/students/{x}/calendar", student)
                .then()
                .statusCode(404);
    }

    @Test
    void letsASchoolAdministratorAmendHisSchoolsAlone() {
        var school = UUID.randomUUID();
        var own = UUID.randomUUID();
        plan(id, "2026-27", PLAN.formatted(""));
        plan(own, "2026-27", PLAN.formatted("\"" + school + "\""));
        var his = d.token(Role.SCHOOL_ADMIN).schools(school).sign();

        as(his).body(SNOW).post(YEAR + "/amendments", own, "2026-27").then().statusCode(201);
        as(his).body(SNOW).post(YEAR + "/amendments", id, "2026-27").then().statusCode(404);
        as(his).body(PLAN.formatted("")).put(YEAR, own, "2026-27").then().statusCode(403);
        as(d.token(Role.SCHOOL_ADMIN).schools(UUID.randomUUID()).sign())
                .body(SNOW)
                .post(YEAR + "/amendments", own, "2026-27")
                .then()
                .statusCode(404);
    }

    @Test
    void pagesTheCalendarsOfTheDistrictAlone() {
        var second = UUID.randomUUID();
        plan(id, "2026-27", PLAN.formatted(""));
        plan(second, "2026-27", PLAN.formatted("\"" + UUID.randomUUID() + "\""));

        String next = admin().queryParam("limit", 1)
                .get("/v1/calendars")
                .then()
                .body("items", hasSize(1), "items[0].years", hasSize(1))
                .extract()
                .path("next");
        admin().queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/v1/calendars")
                .then()
                .body("items", hasSize(1), "next", equalTo(null));
        var stranger = TestDistrict.create().token(Role.DISTRICT_ADMIN).sign();
        as(stranger).get("/v1/calendars").then().body("items", hasSize(0));
        as(stranger).get("/v1/calendars/{id}", id).then().statusCode(404);
        as(stranger).get(YEAR, id, "2026-27").then().statusCode(404);
        as(stranger).body(SNOW).post(YEAR + "/amendments", id, "2026-27").then().statusCode(404);
        admin().get("/v1/calendars/{id}", id).then().body("years[0].year", equalTo("2026-27"));
    }

    private UUID school() {
        var school = UUID.randomUUID();
        fixture.write(
                d,
                "insert into school (id, sourced_id, name, type) values (?, ?, 'A school', 'school')",
                school,
                school.toString());
        return school;
    }

    private ValidatableResponse plan(UUID calendar, String year, String body) {
        return admin().header("If-None-Match", "*")
                .body(body)
                .put(YEAR, calendar, year)
                .then();
    }

    private ValidatableResponse amend(UUID calendar, String year, String body) {
        return admin().body(body).post(YEAR + "/amendments", calendar, year).then();
    }

    private ValidatableResponse count(String from, String to) {
        return admin().queryParam("from", from)
                .queryParam("to", to)
                .get("/v1/calendars/{id}/school-days", id)
                .then();
    }

    private ValidatableResponse next(String after, int n) {
        return admin().queryParam("after", after)
                .queryParam("n", n)
                .get("/v1/calendars/{id}/school-days/next", id)
                .then();
    }

    private ValidatableResponse applied(String path, UUID of, String on) {
        return admin().queryParam("on", on).get(path, of).then();
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
