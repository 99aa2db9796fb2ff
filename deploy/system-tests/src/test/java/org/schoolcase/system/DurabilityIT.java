package org.schoolcase.system;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.Service;

/** An acknowledged write survives {@code kill -9}; its event is delivered and takes effect once. */
@ExtendWith(RunningSuite.class)
class DurabilityIT {

    private static final int WRITES = 200;

    @Test
    void losesNothingThatWasAcknowledged(World world) throws Exception {
        var students = world.students(WRITES + 20);
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (var student : students.subList(0, WRITES)) {
                writers.execute(() -> writeUntilAcknowledged(world, student, acknowledged, new HashSet<>()));
            }
            await().atMost(RunningSuite.PATIENCE).until(() -> acknowledged.size() >= WRITES / 2);
            world.suite().kill(Service.CASE);
            world.suite().restart(Service.CASE);
        }

        assertThat(acknowledged).hasSize(WRITES);
        assertThat(stored(world)).containsAll(acknowledged);
        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(opened(world)).containsAll(acknowledged));
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> {
            assertThat(effects(world, Service.STUDENT, "case_team"))
                    .containsAll(acknowledged)
                    .doesNotHaveDuplicates();
            assertThat(effects(world, Service.REFERRAL, "case_file")).containsAll(asIds(acknowledged));
        });
    }

    /** While the database is away a request is refused as passing; nothing confirmed is lost, and no service is restarted. */
    @Test
    void livesThroughACrashOfTheDatabase(World world) throws Exception {
        var students = world.students(60);
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        Set<Integer> refusals = ConcurrentHashMap.newKeySet();
        try (var writers = Executors.newFixedThreadPool(4)) {
            for (var student : students) {
                writers.execute(() -> writeUntilAcknowledged(world, student, acknowledged, refusals));
            }
            await().atMost(RunningSuite.PATIENCE).until(() -> acknowledged.size() >= students.size() / 2);
            try {
                world.suite().killPostgres();
                refusals.add(world.openCase(students.getFirst()).status());
                world.suite().startPostgres();
            } catch (RuntimeException e) {
                writers.shutdownNow();
                throw e;
            }
        }

        assertThat(refusals).containsOnly(503);
        assertThat(acknowledged).hasSize(students.size());
        assertThat(stored(world)).containsAll(acknowledged);
        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(opened(world)).containsAll(acknowledged));
        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(effects(world, Service.STUDENT, "case_team"))
                        .containsAll(acknowledged)
                        .doesNotHaveDuplicates());
    }

    /** A case that exists already was acknowledged by a service that died before its answer arrived. */
    private static void writeUntilAcknowledged(
            World world, UUID student, Set<UUID> acknowledged, Set<Integer> refusals) {
        await().atMost(RunningSuite.PATIENCE).pollInSameThread().until(() -> {
            try {
                var answer = world.openCase(student);
                if (answer.status() == 201) {
                    acknowledged.add(World.id(answer.body()));
                }
                if (answer.status() == 409) {
                    acknowledged.add(existing(world, student));
                }
                if (answer.status() != 201 && answer.status() != 409) {
                    refusals.add(answer.status());
                    return false;
                }
                return true;
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    private static UUID existing(World world, UUID student) {
        return world.query(Service.CASE, UUID.class, "SELECT id FROM case_file WHERE student_id = '" + student + "'")
                .getFirst();
    }

    private static Set<UUID> stored(World world) {
        return new HashSet<>(world.query(Service.CASE, UUID.class, "SELECT id FROM case_file"));
    }

    private static Set<UUID> opened(World world) {
        return new Topic(world, "schoolcase.case.events")
                .all(message -> Topic.header(message, "ce_type").equals("org.schoolcase.case.opened.v1")).stream()
                        .map(message -> UUID.fromString(message.key()))
                        .collect(toSet());
    }

    private static List<UUID> effects(World world, Service service, String table) {
        var column = table.equals("case_team") ? "case_id" : "id";
        return world.query(service, UUID.class, "SELECT " + column + " FROM " + table);
    }

    private static Set<UUID> asIds(Set<UUID> ids) {
        return Set.copyOf(ids);
    }
}
