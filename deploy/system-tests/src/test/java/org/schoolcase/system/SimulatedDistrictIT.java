package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.schoolcase.local.DemoWorld.District;
import org.schoolcase.local.Service;
import org.schoolcase.simulator.Simulator;

/** What the simulator writes besides the roster is what the services take in; and a move in the roster reaches the case. */
@ExtendWith(RunningSuite.class)
class SimulatedDistrictIT {

    private static final int STUDENTS = 200;
    private static final int LINES = 8;
    private static final List<String> SCHOOLS = List.of("school-0", "school-1");

    /** "Within seconds": from the end of the import, over two services and the broker, on a busy machine. */
    private static final Duration SECONDS = Duration.ofSeconds(15);

    @Test
    void takesInFlagsAndCasesAndTellsTheCaseOfANewEnrolment(World world, @TempDir Path folder) throws IOException {
        var district = world.newDistrict("Simulated Valley Unified District");
        var roster = new Roster(world, district);
        var simulator = new Simulator(org.schoolcase.simulator.District.withSchools(3, STUDENTS, SCHOOLS));
        var zip = new ByteArrayOutputStream();
        simulator.writeRoster(zip);
        simulator.writeServiceData(folder, 1);
        roster.load(zip.toByteArray());

        assertFlagsAreTakenIn(world, district, lines(folder.resolve("flags.jsonl")));
        var moved = assertCasesAreTakenIn(world, district, lines(folder.resolve("cases.jsonl")));
        assertTheCaseHearsOfTheNewSchool(world, roster, moved);
    }

    private static void assertFlagsAreTakenIn(World world, District district, List<ObjectNode> lines) {
        var admin = world.tokens().person(district, "district-admin");
        for (var line : lines) {
            var path = "/v1/students/" + id(world, district, line) + "/flags";
            world.api().post(Service.STUDENT, path, admin, line.get("flag")).expect(201);
            var shown =
                    world.api().get(Service.STUDENT, path, admin).expect(200).body();
            assertThat(items(shown)).as(line.toString()).anySatisfy(flag -> line.get("flag")
                    .propertyStream()
                    .forEach(field -> assertThat(flag.path(field.getKey()))
                            .as(field.getKey())
                            .isEqualTo(field.getValue())));
        }
    }

    /** A student with one of the cases, and that case. */
    private record Moved(String sourcedId, String caseId, String manager) {}

    private static Moved assertCasesAreTakenIn(World world, District district, List<ObjectNode> lines) {
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(world.count(
                        Service.CASE,
                        "SELECT count(*) FROM student_profile WHERE district_id = '%s'".formatted(district.id())))
                .isEqualTo(STUDENTS));
        var coordinator = world.tokens().person(district, "coordinator");
        var opened = new ArrayList<Moved>();
        for (var line : lines) {
            var request = (ObjectNode) line.get("case");
            request.put("studentId", id(world, district, line).toString());
            var caseId = world.api()
                    .post(Service.CASE, "/v1/cases", coordinator, request)
                    .expect(201)
                    .text("id");
            var shown = world.api()
                    .get(Service.CASE, "/v1/cases/" + caseId, coordinator)
                    .expect(200)
                    .body();
            assertThat(request.propertyStream()).allSatisfy(field -> assertThat(shown.path(field.getKey()))
                    .as(field.getKey())
                    .isEqualTo(field.getValue()));
            opened.add(new Moved(
                    line.path("studentSourcedId").asText(),
                    caseId,
                    shown.at("/team/0/staffId").asText()));
        }
        return opened.getFirst();
    }

    private static void assertTheCaseHearsOfTheNewSchool(World world, Roster roster, Moved moved) {
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(world.count(
                        Service.STUDENT,
                        "SELECT count(*) FROM case_team WHERE case_id = '%s'".formatted(moved.caseId())))
                .isPositive());
        makeKnown(world, roster, moved.manager());
        roster.load(RosterFiles.delta()
                .add("roles", role(moved.sourcedId(), SCHOOLS.getFirst()))
                .add("roles", role(moved.sourcedId(), SCHOOLS.getLast()))
                .zip());

        var coordinator = world.tokens().person(roster.district(), "coordinator");
        await().atMost(SECONDS).untilAsserted(() -> assertThat(tasks(world, coordinator, moved))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.path("text").asText()).contains("34 CFR 300.323(e)", "34 CFR 300.323(f)");
                    assertThat(task.path("state").asText()).isEqualTo("OPEN");
                    assertThat(task.path("dueOn").asText(""))
                            .as("the law names no day")
                            .isEmpty();
                }));
        await().atMost(SECONDS).untilAsserted(() -> assertThat(world.count(
                        Service.NOTIFICATION,
                        "SELECT count(*) FROM inbox_item WHERE kind = 'student-enrolled-staff' AND case_id = '%s'"
                                .formatted(moved.caseId())))
                .isEqualTo(1));
    }

    /** The district's own word for the case manager, who is in no simulated roster. */
    private static void makeKnown(World world, Roster roster, String staffId) {
        var person = Map.of(
                "givenName",
                "Nora",
                "familyName",
                "Quill",
                "language",
                "en",
                "roles",
                List.of("coordinator"),
                "schoolIds",
                List.of());
        world.api()
                .putNew(Service.STUDENT, "/v1/staff/" + staffId, roster.admin(), person)
                .expect(201);
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(world.count(
                        Service.NOTIFICATION,
                        "SELECT count(*) FROM staff_profile WHERE id = '%s' AND district_id = '%s'"
                                .formatted(staffId, roster.district().id())))
                .isEqualTo(1));
    }

    private static List<JsonNode> tasks(World world, String token, Moved moved) {
        var page = world.api()
                .get(Service.CASE, "/v1/cases/" + moved.caseId() + "/tasks", token)
                .expect(200)
                .body();
        return items(page).stream()
                .filter(task -> task.path("flowRule").asText().equals("services-at-new-school"))
                .toList();
    }

    private static Map<String, String> role(String user, String school) {
        var row = new LinkedHashMap<String, String>();
        row.put("sourcedId", user + "-at-" + school);
        row.put("status", "active");
        row.put("dateLastModified", "2026-11-20T10:15:30.125Z");
        row.put("userSourcedId", user);
        row.put("roleType", "secondary");
        row.put("role", "student");
        row.put("beginDate", "2026-08-20");
        row.put("endDate", "2027-06-01");
        row.put("orgSourcedId", school);
        row.put("userProfileSourcedId", "");
        return row;
    }

    /** The first ones of a file. */
    private static List<ObjectNode> lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            var first =
                    lines.limit(LINES).map(line -> (ObjectNode) Json.of(line)).toList();
            assertThat(first).hasSize(LINES);
            return first;
        }
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    private static UUID id(World world, District district, JsonNode line) {
        return world.query(
                        Service.STUDENT,
                        UUID.class,
                        "SELECT id FROM student WHERE district_id = '%s' AND sourced_id = '%s'"
                                .formatted(
                                        district.id(),
                                        line.path("studentSourcedId").asText()))
                .getFirst();
    }
}
