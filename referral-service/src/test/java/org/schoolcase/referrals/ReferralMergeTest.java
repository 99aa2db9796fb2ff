package org.schoolcase.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.record.testing.Merges;
import org.schoolcase.referrals.casefile.CaseFeed;
import org.schoolcase.referrals.student.StudentFeed;

@QuarkusTest
class ReferralMergeTest {

    @Inject
    StudentFeed students;

    @Inject
    CaseFeed cases;

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
        Merges.merged(world.district, world.student, other, 1);
        assertThat(rowsOf(world.student)).isZero();
        assertThat(rowsOf(other)).isEqualTo(before).isGreaterThan(1);

        Merges.unmerged(world.district, world.student, other, 2);
        assertThat(rowsOf(world.student)).isEqualTo(before);
        assertThat(rowsOf(other)).isZero();
    }

    @Test
    void forwardsWhatComesLate() {
        Merges.merged(world.district, world.student, other, 1);
        cases.opened(world.district, UUID.randomUUID(), world.student, world.manager);
        assertThat(rowsOf(world.student)).isZero();
        long followed = rowsOf(other);

        Merges.unmerged(world.district, world.student, other, 2);
        assertThat(rowsOf(world.student)).isEqualTo(followed);
    }

    @Test
    void followsAChainInWhateverOrderItIsTold() {
        var third = UUID.randomUUID();
        long before = rowsOf(world.student);
        Merges.merged(world.district, other, third, 2);
        Merges.merged(world.district, world.student, other, 1);
        assertThat(rowsOf(third)).isEqualTo(before);

        Merges.unmerged(world.district, other, third, 3);
        assertThat(rowsOf(other)).isEqualTo(before);
        Merges.unmerged(world.district, world.student, other, 4);
        assertThat(rowsOf(world.student)).isEqualTo(before);
    }

    @Test
    void takesNoOlderFact() {
        Merges.unmerged(world.district, world.student, other, 2);
        Merges.merged(world.district, world.student, other, 1);
        assertThat(rowsOf(other)).isZero();
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
