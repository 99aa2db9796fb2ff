package org.schoolcase.students.indicator;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

/** A district that sends indicator data and reads what came of it. */
@NullMarked
public final class IndicatorProbe {

    /** A school year is running in which at least 200 days have gone by. */
    public static LocalDate today() {
        return LocalDate.now(java.time.ZoneId.of("America/Phoenix"));
    }

    private static final int DAYS_GONE = 220;

    private final TestDistrict district;
    private final SchoolFixture fixture;
    private final UUID calendarId;
    private final String sync;

    /** Its year has Mondays and Tuesdays. */
    public IndicatorProbe(TestDistrict district, SchoolFixture fixture) {
        this(district, fixture, UUID.randomUUID());
        calendar();
    }

    private IndicatorProbe(TestDistrict district, SchoolFixture fixture, UUID calendarId) {
        this.district = district;
        this.fixture = fixture;
        this.calendarId = calendarId;
        this.sync = district.token(Role.SIS_SYNC).sign();
    }

    public static IndicatorProbe withoutCalendar(TestDistrict district, SchoolFixture fixture) {
        return new IndicatorProbe(district, fixture, UUID.randomUUID());
    }

    public static LocalDate firstDay() {
        return today().minusDays(DAYS_GONE);
    }

    public void calendar() {
        var first = firstDay();
        var start = first.getMonthValue() < 6 ? first.getYear() - 1 : first.getYear();
        as(district.token(Role.DISTRICT_ADMIN).sign())
                .header("If-None-Match", "*")
                .body("""
                        {"name": "Test", "firstDay": "%s", "lastDay": "%s", "weekdays": ["MONDAY", "TUESDAY"]}""".formatted(first, today().plusDays(60)))
                .put("/v1/calendars/{id}/years/{year}", calendarId, "%d-%02d".formatted(start, (start + 1) % 100))
                .then()
                .statusCode(201);
    }

    public void closed(LocalDate day) {
        var start = firstDay().getMonthValue() < 6
                ? firstDay().getYear() - 1
                : firstDay().getYear();
        as(district.token(Role.DISTRICT_ADMIN).sign())
                .body("""
                        {"kind": "CLOSE", "from": "%s", "reason": "Snow"}""".formatted(day))
                .post(
                        "/v1/calendars/{id}/years/{year}/amendments",
                        calendarId,
                        "%d-%02d".formatted(start, (start + 1) % 100))
                .then()
                .statusCode(201);
    }

    public UUID student(String grade, UUID... schools) {
        var id = fixture.student(district, "Leila", "Jellyroll", schools);
        fixture.write(district, "update student set grade = ? where id = ?", grade, id);
        return id;
    }

    /** Days back from yesterday, the first ones absent. */
    public String attendance(UUID student, int days, int absent) {
        var items = IntStream.range(0, days)
                .mapToObj(i ->
                        """
                        {"studentId": "%s", "date": "%s", "code": "%s"}""".formatted(student, today().minusDays(i + 1L), i < absent ? "ABSENT_EXCUSED" : "PRESENT"))
                .collect(Collectors.joining(","));
        return "{\"source\": \"sis\", \"coverage\": \"ALL_DAYS\", \"items\": [" + items + "]}";
    }

    public ValidatableResponse send(String what, String body) {
        return as(sync).body(body).post("/v1/indicator-data/" + what).then();
    }

    public RequestSpecification admin() {
        return as(district.token(Role.DISTRICT_ADMIN).sign());
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** Waits until nobody is marked any more. */
    public void computed() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> fixture.count(district, "select count(*) from indicator_dirty") == 0);
    }

    public String level(UUID student, String indicator) {
        return as(district.token(Role.COORDINATOR).sign())
                .get("/v1/students/{id}/indicators", student)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.indicator == '" + indicator + "' }.level");
    }
}
