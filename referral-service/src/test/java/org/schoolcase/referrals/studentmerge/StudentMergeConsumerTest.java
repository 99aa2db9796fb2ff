package org.schoolcase.referrals.studentmerge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.referrals.World;
import org.schoolcase.referrals.casefile.CaseFeed;
import org.schoolcase.referrals.student.StudentFeed;

@QuarkusTest
class StudentMergeConsumerTest {

    private static final String TOPIC = "schoolcase.student.events";
    private static final String MERGED = "org.schoolcase.student.merged.v1";
    private static final String UNMERGED = "org.schoolcase.student.unmerged.v1";

    @Inject
    StudentFeed students;

    @Inject
    CaseFeed cases;

    @Inject
    StudentMergeConsumer consumer;

    private World world;
    private final UUID other = UUID.randomUUID();

    @BeforeEach
    void aReferral() {
        world = World.create(students, cases);
        world.draft(World.ALL_FIELDS);
        students.tell(
                world.district,
                other,
                StudentFeed.profile(other, world.school, world.guardian, world.guardianWithoutRights));
    }

    @Test
    void letsReferralConsentAndCaseFollowAndGivesThemBack() {
        long before = rowsOf(world.student);
        tell(MERGED, 1);
        assertThat(rowsOf(world.student)).isZero();
        assertThat(rowsOf(other)).isEqualTo(before).isGreaterThan(1);

        tell(UNMERGED, 2);
        assertThat(rowsOf(world.student)).isEqualTo(before);
        assertThat(rowsOf(other)).isZero();
    }

    @Test
    void forwardsWhatComesLate() {
        tell(MERGED, 1);
        cases.opened(world.district, UUID.randomUUID(), world.student, world.manager);
        assertThat(rowsOf(world.student)).isZero();
        long followed = rowsOf(other);

        tell(UNMERGED, 2);
        assertThat(rowsOf(world.student)).isEqualTo(followed);
    }

    @Test
    void takesNoOlderFact() {
        tell(UNMERGED, 2);
        tell(MERGED, 1);
        assertThat(rowsOf(other)).isZero();
    }

    private void tell(String type, int second) {
        consumer.on(Records.batch(
                TOPIC,
                world.district.id(),
                type,
                world.student,
                Map.of("mergedId", world.student, "survivingId", other, "at", "2026-11-02T17:04:0" + second + "Z")));
    }

    private long rowsOf(UUID student) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM referral WHERE student_id = '%1$s')
                             + (SELECT count(*) FROM disclosure_consent WHERE student_id = '%1$s')
                             + (SELECT count(*) FROM case_file WHERE student_id = '%1$s')
                        """.formatted(student))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
