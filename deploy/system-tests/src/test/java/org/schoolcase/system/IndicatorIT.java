package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.DemoData;
import org.schoolcase.local.DemoWorld.District;
import org.schoolcase.local.Service;

/** A file of attendance makes a student's level another, and the others hear of it. */
@ExtendWith(RunningSuite.class)
class IndicatorIT {

    private static final String CHANGED = "org.schoolcase.student.indicator-changed.v1";
    private static final int DAYS = 20;

    @Test
    void tellsWhenAttendanceFlagsAStudentAndWhenItDoesNoMore(World world) {
        var district = world.newDistrict("Attendance Unified District");
        new DemoData(world.suite(), world.api(), world.tokens()).importRoster(district);
        publishCalendar(world, district);
        var students = world.query(
                Service.STUDENT,
                String.class,
                "SELECT sourced_id FROM student WHERE active AND district_id = '%s' ORDER BY id LIMIT 2"
                        .formatted(district.id()));
        var often = students.getFirst();
        var rarely = students.getLast();

        var first = send(world, district, attendance(often, 2) + days(rarely, 1));
        assertThat(first.path("added").asInt()).isEqualTo(2 * DAYS);
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(changes(world, district, often))
                .containsExactlyInAnyOrder("ATTENDANCE >FLAGGED", "COMPOSITE >YELLOW"));
        assertThat(flagged(world, district)).containsExactly(id(world, district, often));

        var corrected = send(world, district, attendance(often, 1) + days(rarely, 1));
        assertThat(corrected.path("changed").asInt()).isEqualTo(1);
        assertThat(corrected.path("unchanged").asInt()).isEqualTo(2 * DAYS - 1);
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(changes(world, district, often))
                .containsExactlyInAnyOrder(
                        "ATTENDANCE >FLAGGED",
                        "COMPOSITE >YELLOW",
                        "ATTENDANCE FLAGGED>NONE",
                        "COMPOSITE YELLOW>NONE"));
        assertThat(flagged(world, district)).isEmpty();
        assertThat(changes(world, district, rarely)).isEmpty();
    }

    private static void publishCalendar(World world, District district) {
        var first = today(district).minusDays(100);
        var begins = first.getMonthValue() < 6 ? first.getYear() - 1 : first.getYear();
        world.api()
                .putNew(
                        Service.STUDENT,
                        "/v1/calendars/%s/years/%d-%02d".formatted(UUID.randomUUID(), begins, (begins + 1) % 100),
                        world.tokens().person(district, "district-admin"),
                        Map.of(
                                "name", "School days",
                                "firstDay", first.toString(),
                                "lastDay", first.plusDays(200).toString(),
                                "weekdays", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")))
                .expect(201);
    }

    private static String attendance(String student, int absent) {
        return "studentSourcedId,date,code\n" + days(student, absent);
    }

    /** Days back from yesterday, the latest ones absent. */
    private static String days(String student, int absent) {
        var rows = new StringBuilder();
        for (int i = 0; i < DAYS; i++) {
            rows.append("%s,%s,%s%n"
                    .formatted(
                            student,
                            LocalDate.now(ZoneId.of("America/Phoenix")).minusDays(i + 1L),
                            i < absent ? "ABSENT_UNEXCUSED" : "PRESENT"));
        }
        return rows.toString();
    }

    /** Sends a file and waits for its end; the report. */
    private static JsonNode send(World world, District district, String csv) {
        var token = world.tokens().sisSync(district);
        var id = world.api()
                .postFile(
                        Service.STUDENT,
                        "/v1/indicator-imports?kind=ATTENDANCE&source=sis&coverage=ALL_DAYS",
                        token,
                        "text/csv",
                        csv.getBytes(StandardCharsets.UTF_8))
                .expect(202)
                .text("id");
        return await().atMost(RunningSuite.PATIENCE)
                .until(
                        () -> world.api()
                                .get(Service.STUDENT, "/v1/indicator-imports/" + id, token)
                                .expect(200)
                                .body(),
                        report -> report.path("state").asText().equals("COMPLETED"));
    }

    private static List<String> flagged(World world, District district) {
        return world.api()
                .get(Service.STUDENT, "/v1/early-warning", world.tokens().person(district, "coordinator"))
                .expect(200)
                .body()
                .path("items")
                .findValuesAsText("studentId");
    }

    /** What the broker has of a student: indicator, level before and after. */
    private static List<String> changes(World world, District district, String student) {
        var key = id(world, district, student);
        return new Topic(world, "schoolcase.student.events")
                        .all(message -> key.equals(message.key())
                                && Topic.header(message, "ce_type").equals(CHANGED))
                        .stream()
                        .map(message -> change(Topic.text(message)))
                        .toList();
    }

    private static String change(String fact) {
        try {
            var json = JsonMapper.builder().build().readTree(fact);
            return "%s %s>%s"
                    .formatted(
                            json.path("indicator").asText(),
                            json.path("levelBefore").asText(),
                            json.path("level").asText());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String id(World world, District district, String sourcedId) {
        return world.query(
                        Service.STUDENT,
                        UUID.class,
                        "SELECT id FROM student WHERE district_id = '%s' AND sourced_id = '%s'"
                                .formatted(district.id(), sourcedId))
                .getFirst()
                .toString();
    }

    private static LocalDate today(District district) {
        return LocalDate.now(ZoneId.of(district.timeZone()));
    }
}
