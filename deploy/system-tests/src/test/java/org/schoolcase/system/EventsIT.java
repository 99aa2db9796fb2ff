package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.DemoWorld;
import org.schoolcase.local.Service;
import org.schoolcase.local.Topics;

/** Events with a real broker that goes away, messages that come again, and messages that nobody can read. */
@ExtendWith(RunningSuite.class)
class EventsIT {

    private static final String OPENED = "org.schoolcase.case.opened.v1";
    private static final String CASE_EVENTS = "schoolcase.case.events";
    private static final Duration AWAY = Duration.ofSeconds(20);

    @Test
    void deliversEverythingOnceAndInOrderAfterTheBrokerWasAway(World world) {
        var cases = new ArrayList<UUID>();
        world.suite().stopKafka();
        try {
            var back = Instant.now().plus(AWAY);
            for (var student : world.students(20)) {
                var opened = world.openedCase(student);
                world.api()
                        .post(Service.CASE, "/v1/cases/" + opened + "/closure", world.coordinator(), closure(world))
                        .expect(200, 201);
                cases.add(opened);
            }
            await().atMost(AWAY.plusSeconds(5)).until(() -> Instant.now().isAfter(back));
        } finally {
            world.suite().startKafka();
        }

        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(waiting(world)).isZero());
        for (var opened : cases) {
            assertThat(typesOf(world, opened))
                    .as("each event once, in order")
                    .containsExactly(OPENED, "org.schoolcase.case.closed.v1");
        }
    }

    private static Object closure(World world) {
        return java.util.Map.of("reason", "Opened by mistake.", "closedOn", world.today());
    }

    @Test
    void sendsAgainWhatItDiedOverAndItTakesEffectOnce(World world) throws Exception {
        var student = world.students(1).getFirst();
        world.suite().stopKafka();
        var opened = world.openedCase(student);
        try (var connection = DriverManager.getConnection(world.suite().adminJdbcUrl(Service.CASE));
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM outbox_event WHERE event_key = '" + opened + "' FOR UPDATE");
            world.suite().startKafka();
            // the broker confirms, but the relay cannot mark the event: the row is locked
            await().atMost(RunningSuite.PATIENCE)
                    .untilAsserted(() -> assertThat(typesOf(world, opened)).hasSize(1));
            world.suite().kill(Service.CASE);
            // the dead relay's last statement must die with it, not wait in the server for the row
            world.query(Service.CASE, Boolean.class, """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE application_name = 'case-service-relay' AND wait_event_type = 'Lock'""");
            connection.rollback();
        }
        world.suite().restart(Service.CASE);

        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(typesOf(world, opened)).containsExactly(OPENED, OPENED));
        assertThat(idsOf(world, opened)).hasSize(1);
        await().atMost(RunningSuite.PATIENCE)
                .untilAsserted(() -> assertThat(waiting(world)).isZero());
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(
                        world.count(Service.STUDENT, "SELECT count(*) FROM case_team WHERE case_id = '" + opened + "'"))
                .isEqualTo(1));
        assertClaimedOnceByEachReader(world, idsOf(world, opened).getFirst());
    }

    @Test
    void handlesAnEventOnceThatComesThreeTimes(World world) {
        var student = world.students(1).getFirst();
        var caseId = UUID.randomUUID();
        var eventId = UUID.randomUUID().toString();
        var data = """
                {"caseId":"%s","studentId":"%s","caseManagerId":"%s","openedOn":"%s"}""".formatted(caseId, student, UUID.randomUUID(), world.today());
        var topic = new Topic(world, CASE_EVENTS);
        for (int i = 0; i < 3; i++) {
            topic.send(
                    eventId, DemoWorld.MULBERRY.id(), OPENED, caseId.toString(), data.getBytes(StandardCharsets.UTF_8));
        }
        var marker = world.openedCase(world.students(1).getFirst());

        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(world.count(
                        Service.STUDENT,
                        "SELECT count(*) FROM case_team WHERE case_id IN ('%s', '%s')".formatted(caseId, marker)))
                .isEqualTo(2));
        assertClaimedOnceByEachReader(world, eventId);
    }

    @Test
    void putsAPoisonMessageAsideAndHandlesTheNext(World world) throws IOException {
        var poison = "Somebody's name {".getBytes(StandardCharsets.UTF_8);
        var key = UUID.randomUUID().toString();
        var topic = new Topic(world, CASE_EVENTS);
        topic.send(key, DemoWorld.MULBERRY.id(), OPENED, key, poison);
        topic.send("no-uuid", DemoWorld.MULBERRY.id(), OPENED, key, "{}".getBytes(StandardCharsets.UTF_8));

        var next = world.openedCase(world.students(1).getFirst());

        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(
                        world.count(Service.STUDENT, "SELECT count(*) FROM case_team WHERE case_id = '" + next + "'"))
                .isEqualTo(1));
        var dead = new Topic(world, Topics.deadLetters(CASE_EVENTS, Service.STUDENT));
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(dead.all(m -> key.equals(m.key())))
                .hasSize(3));
        assertThat(dead.all(m -> key.equals(m.key())))
                .allSatisfy(m -> m.headers().forEach(h -> assertThat(new String(h.value(), StandardCharsets.UTF_8))
                        .doesNotContain("Somebody")))
                .extracting(m -> Topic.header(m, "dead-letter-reason"))
                .containsExactlyInAnyOrder("data-malformed", "attribute-malformed", "attribute-malformed");

        var listed = world.api()
                .get(
                        Service.STUDENT,
                        "/v1/dead-letters?limit=200",
                        world.tokens().operator())
                .expect(200)
                .body();
        assertThat(listed.findValuesAsText("eventId")).contains(key);
        assertThat(listed.toString()).doesNotContain("Somebody");
        var letter = dead.all(m -> key.equals(m.key())
                        && Topic.header(m, "dead-letter-reason").equals("data-malformed"))
                .getFirst();
        world.api()
                .post(
                        Service.STUDENT,
                        "/v1/dead-letters/%s/%d/%d/replay"
                                .formatted(letter.topic(), letter.partition(), letter.offset()),
                        world.tokens().operator(),
                        "")
                .expect(202);
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(dead.all(m -> key.equals(m.key())))
                .hasSize(4));
    }

    @Test
    void tellsOnlyWhatItsSchemasSay(World world) throws IOException {
        var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        var json = JsonMapper.builder().build();
        var docs = Path.of(System.getProperty("schoolcase.root"), "docs/events");
        world.openedCase(world.students(1).getFirst());
        int checked = 0;
        for (var name :
                Stream.concat(Topics.FACTS.stream(), Topics.STATE.stream()).toList()) {
            for (var message : new Topic(world, name)
                    .all(m -> !Topic.header(m, "ce_source").equals("/system-test"))) {
                var type = Topic.header(message, "ce_type");
                var schema = docs.resolve(type + ".json");
                assertThat(schema).as("the schema of " + type).exists();
                if (message.value() != null) {
                    assertThat(factory.getSchema(Files.readString(schema)).validate(json.readTree(message.value())))
                            .as(type + " against its schema")
                            .isEmpty();
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(500);
    }

    private static List<String> typesOf(World world, UUID caseId) {
        return new Topic(world, CASE_EVENTS)
                .all(m -> caseId.toString().equals(m.key())).stream()
                        .map(m -> Topic.header(m, "ce_type"))
                        .toList();
    }

    private static List<String> idsOf(World world, UUID caseId) {
        return new Topic(world, CASE_EVENTS)
                .all(m -> caseId.toString().equals(m.key())).stream()
                        .map(m -> Topic.header(m, "ce_id"))
                        .distinct()
                        .toList();
    }

    private static long waiting(World world) {
        return world.count(Service.CASE, "SELECT count(*) FROM outbox_event WHERE sent_at IS NULL");
    }

    /** The teams' read model and the privacy rights' both read the cases' events. */
    private static void assertClaimedOnceByEachReader(World world, String eventId) {
        await().atMost(RunningSuite.PATIENCE).untilAsserted(() -> assertThat(world.query(
                        Service.STUDENT,
                        String.class,
                        "SELECT consumer FROM inbox_event WHERE event_id = '" + eventId + "'"))
                .hasSize(2)
                .doesNotHaveDuplicates());
    }
}
