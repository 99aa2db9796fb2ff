package org.schoolcase.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.notifications.profile.StudentStateConsumer;
import org.schoolcase.notifications.testing.Ledger;
import org.schoolcase.notifications.testing.Ledger.Line;
import org.schoolcase.notifications.testing.SmtpServer;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;
import org.schoolcase.record.merge.StudentMergeConsumer;
import org.schoolcase.record.testing.Merges;

@QuarkusTest
class NotificationMergeTest {

    @Inject
    World world;

    @Inject
    StudentStateConsumer students;

    @Inject
    StudentMergeConsumer topic;

    private final UUID other = UUID.randomUUID();

    @Test
    void letsTheCaseFollowWhicheverComesFirst() {
        for (boolean tombstoneFirst : new boolean[] {true, false}) {
            var story = world.known();
            if (tombstoneFirst) {
                bury(story);
            }
            Merges.merged(story.district(), story.student(), other, 1);
            if (!tombstoneFirst) {
                bury(story);
            }
            assertThat(rows(story, "case_profile", other)).isEqualTo(1);
            assertThat(rows(story, "case_profile", story.student())).isZero();

            Merges.unmerged(story.district(), story.student(), other, 2);
            assertThat(rows(story, "case_profile", story.student())).isEqualTo(1);
        }
    }

    /** 34 CFR 300.520, 99.5: what is told an adult student is told him under whichever id he has. */
    @Test
    void letsTheMessageOfAnAdultStudentFollowAndComeBack() {
        SmtpServer.up();
        var story = Story.begin();
        var survivor = survivor(story);
        world.student(story, 1, adult(story), List.of(mother(story)));
        var announced = announced(story);
        awaitLedger(announced, story.student() + " missing.email", story.guardian() + " null");
        world.student(survivor, 1, List.of());

        Merges.merged(story.district(), story.student(), other, 1);
        bury(story);
        world.student(survivor, 2, List.of(mother(story)));
        awaitLedger(announced, other + " missing.guardian", story.guardian() + " null");
        world.student(survivor, 3, adultAt(story, "student-" + other + "@example.test"), List.of(mother(story)));
        awaitLedger(announced, other + " null", story.guardian() + " null");
        world.student(survivor, 4, adultAt(story, "student-" + other + "@example.test"), List.of(mother(story)));
        assertThat(Ledger.of(World.idOf(announced))).hasSize(2);

        Merges.unmerged(story.district(), story.student(), other, 2);
        awaitLedger(announced, story.student() + " null", story.guardian() + " null");
    }

    @Test
    void letsAMessageFollowThatIsAddressedToTheOldIdMeanwhile() throws SQLException {
        var story = Story.begin();
        world.student(story, 1, adult(story), List.of());
        var announced = announced(story);
        awaitLedger(announced, story.student() + " missing.email");
        Merges.merged(story.district(), story.student(), other, 1);

        // As by a transaction that was begun before the merge.
        execute(
                "UPDATE message SET student_id = '%1$s', recipient_id = '%1$s' WHERE event_id = '%2$s'"
                        .formatted(story.student(), World.idOf(announced)),
                story);

        assertThat(Ledger.of(World.idOf(announced))).extracting(Line::recipient).containsExactly(other);
    }

    /** The undoing of the first merge is late or lost. */
    @Test
    void letsAMessageComeBackWhereMergesMakeACircle() {
        var story = Story.begin();
        var third = UUID.randomUUID();
        world.student(story, 1, adult(story), List.of());
        var announced = announced(story);
        awaitLedger(announced, story.student() + " missing.email");

        Merges.merged(story.district(), story.student(), other, 1);
        Merges.merged(story.district(), other, third, 3);
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> Merges.merged(story.district(), third, story.student(), 4));

        assertThat(Ledger.of(World.idOf(announced))).extracting(Line::recipient).containsExactly(story.student());
    }

    @Test
    void leavesARecipientInACircleWhereHeIs() throws SQLException {
        var story = Story.begin();
        world.student(story, 1, adult(story), List.of());
        var announced = announced(story);
        awaitLedger(announced, story.student() + " missing.email");

        execute("""
                INSERT INTO student_merge (merged_id, surviving_id, in_force, told_at)
                VALUES ('%1$s', '%2$s', true, now()), ('%2$s', '%1$s', true, now())""".formatted(story.student(), other), story);
        execute(
                "UPDATE message SET student_id = student_id WHERE event_id = '%s'".formatted(World.idOf(announced)),
                story);

        assertThat(Ledger.of(World.idOf(announced))).extracting(Line::recipient).containsExactly(story.student());
    }

    private Story survivor(Story story) {
        return new Story(story.district(), other, story.caseId(), story.manager(), story.guardian(), story.agency());
    }

    /** The rights passed from the mother; the school has no address of the student. */
    private static Map<String, Object> adult(Story story) {
        var held = List.of(Map.of("guardianId", story.guardian(), "to", "2025-06-14"), Map.of("from", "2025-06-15"));
        return Map.of("studentHoldsRights", true, "rightsHeld", held);
    }

    private static Map<String, Object> adultAt(Story story, String email) {
        var profile = new HashMap<>(adult(story));
        profile.put("email", email);
        return profile;
    }

    private static Map<String, Object> mother(Story story) {
        return World.guardian(story.guardian(), "es", story.guardianMail(), false, true);
    }

    private ConsumerRecord<String, byte[]> announced(Story story) {
        var announced = World.fact(
                story,
                "org.schoolcase.student.destruction-announced.v1",
                Map.of("destructionId", UUID.randomUUID(), "earliestOn", "2027-03-15"));
        topic.on(Records.of(announced));
        return announced;
    }

    private static void awaitLedger(ConsumerRecord<String, byte[]> fact, String... lines) {
        await().untilAsserted(() -> assertThat(Ledger.of(World.idOf(fact)))
                .extracting(line -> line.recipient() + " " + line.error())
                .containsExactly(lines));
    }

    private void bury(Story story) {
        students.on(
                Records.batch("schoolcase.student.state", story.district().id(), Merges.MERGED, story.student(), null));
    }

    private static void execute(String sql, Story story) throws SQLException {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute("SELECT set_config('app.district', '%s', false)"
                    .formatted(story.district().id()));
            statement.execute("SET statement_timeout = '30s'");
            statement.execute(sql);
        }
    }

    private static long rows(Story story, String table, UUID student) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT count(*) FROM %s WHERE student_id = '%s' AND district_id = '%s'"
                                .formatted(table, student, story.district().id()))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
