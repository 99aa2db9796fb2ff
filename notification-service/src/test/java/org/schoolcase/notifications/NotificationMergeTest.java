package org.schoolcase.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.notifications.profile.StudentStateConsumer;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;
import org.schoolcase.record.testing.Merges;

@QuarkusTest
class NotificationMergeTest {

    @Inject
    World world;

    @Inject
    StudentStateConsumer students;

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

    private void bury(Story story) {
        students.on(
                Records.batch("schoolcase.student.state", story.district().id(), Merges.MERGED, story.student(), null));
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
