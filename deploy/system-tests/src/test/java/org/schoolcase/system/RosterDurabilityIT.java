package org.schoolcase.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;
import org.schoolcase.simulator.District;
import org.schoolcase.simulator.Simulator;

/** An import whose service is killed goes on after the next start; each record is there once, and told once in effect. */
@ExtendWith(RunningSuite.class)
class RosterDurabilityIT {

    private static final int STUDENTS = 3000;
    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Map<String, String> TABLES = Map.of(
            "orgs", "roster_org",
            "academicSessions", "roster_academic_session",
            "courses", "roster_course",
            "classes", "roster_class",
            "users", "roster_user",
            "roles", "roster_role",
            "enrollments", "roster_enrollment",
            "demographics", "roster_demographics");

    @Test
    void goesOnAfterKillsAsIfNothingHadHappened(World world) throws IOException {
        var district = world.newDistrict("Crash Proof Unified District");
        var roster = new Roster(world, district);
        var bytes = new ByteArrayOutputStream();
        new Simulator(District.of(7, STUDENTS)).writeRoster(bytes);
        var zip = bytes.toByteArray();

        var id = roster.send(zip);
        killWhen(world, "SELECT EXISTS (SELECT FROM roster_user WHERE district_id = '%s')", district);
        assertThat(stored(world, "SELECT state FROM roster_import WHERE id = '%s'".formatted(id)))
                .containsExactly("RUNNING");
        assertThat(stored(world, "SELECT id FROM student WHERE district_id = '%s'".formatted(district.id())))
                .as("killed before the people were made of the roster")
                .isEmpty();
        world.suite().restart(Service.STUDENT);
        killWhen(world, "SELECT EXISTS (SELECT FROM student WHERE district_id = '%s')", district);
        world.suite().restart(Service.STUDENT);

        assertWhole(world, roster.completed(id), rows(zip), district);
        assertToldOnce(world, district);
        assertKnownElsewhere(world, district);
        assertFinishedOnce(world, id);
    }

    private static void killWhen(World world, String condition, DemoWorld.District district) {
        await().atMost(RunningSuite.PATIENCE).pollInterval(OFTEN).until(() -> world.query(
                        Service.STUDENT, Boolean.class, condition.formatted(district.id()))
                .getFirst());
        world.suite().kill(Service.STUDENT);
    }

    private static void assertWhole(World world, JsonNode report, Map<String, Long> rows, DemoWorld.District district) {
        assertThat(rows.keySet()).isEqualTo(TABLES.keySet());
        rows.forEach((file, count) -> {
            assertThat(Roster.count(report, file, "read")).as(file).isEqualTo(count);
            assertThat(Roster.count(report, file, "added")).as(file).isEqualTo(count);
            assertThat(List.of("changed", "ended", "revived", "unchanged", "rejected"))
                    .allSatisfy(what -> assertThat(Roster.count(report, file, what))
                            .as(file)
                            .isZero());
            var stored = "SELECT count(*) FROM %s WHERE status = 'ACTIVE' AND district_id = '%s'"
                    .formatted(TABLES.get(file), district.id());
            assertThat(world.count(Service.STUDENT, stored)).as(file).isEqualTo(count);
        });
        assertThat(versions(world, Service.STUDENT, "student", district)).hasSize(STUDENTS);
    }

    /** The broker may have a message twice; of each version of a student there is one event only. */
    private static void assertToldOnce(World world, DemoWorld.District district) {
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(world.count(
                        Service.STUDENT,
                        "SELECT count(*) FROM outbox_event WHERE sent_at IS NULL AND district_id = '%s'"
                                .formatted(district.id())))
                .isZero());
        var told = new Topic(world, "schoolcase.student.state").all(message -> Topic.header(message, "ce_district")
                .equals(district.id().toString()));
        Map<String, Set<String>> events = told.stream()
                .collect(groupingBy(
                        message -> message.key() + "@" + version(message),
                        mapping(message -> Topic.header(message, "ce_id"), toSet())));
        assertThat(events.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        assertThat(events.keySet())
                .containsExactlyInAnyOrderElementsOf(versions(world, Service.STUDENT, "student", district));
    }

    private static void assertKnownElsewhere(World world, DemoWorld.District district) {
        var students = versions(world, Service.STUDENT, "student", district);
        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(versions(world, Service.CASE, "student_profile", district))
                        .containsExactlyInAnyOrderElementsOf(students));
    }

    private static void assertFinishedOnce(World world, String importId) {
        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(new Topic(world, "schoolcase.student.events")
                                .all(message -> importId.equals(message.key())).stream()
                                        .map(message -> Topic.header(message, "ce_id"))
                                        .distinct())
                        .hasSize(1));
    }

    private static List<String> versions(World world, Service service, String table, DemoWorld.District district) {
        return world.query(
                service,
                String.class,
                "SELECT concat(id, '@', version) FROM %s WHERE district_id = '%s'".formatted(table, district.id()));
    }

    private static List<String> stored(World world, String sql) {
        return world.query(Service.STUDENT, String.class, sql);
    }

    private static long version(ConsumerRecord<String, byte[]> message) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Topic.text(message))
                    .path("version")
                    .asLong();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many rows each file of the package has: the simulator writes no line breaks into cells. */
    private static Map<String, Long> rows(byte[] zip) throws IOException {
        var rows = new TreeMap<String, Long>();
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                var text = new String(files.readAllBytes(), StandardCharsets.UTF_8);
                rows.put(file.getName().replace(".csv", ""), text.lines().count() - 1);
            }
        }
        rows.remove("manifest");
        return rows;
    }
}
