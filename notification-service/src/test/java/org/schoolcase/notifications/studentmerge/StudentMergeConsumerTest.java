package org.schoolcase.notifications.studentmerge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.notifications.profile.StudentStateConsumer;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;

@QuarkusTest
class StudentMergeConsumerTest {

    private static final String MERGED = "org.schoolcase.student.merged.v1";
    private static final String UNMERGED = "org.schoolcase.student.unmerged.v1";

    @Inject
    World world;

    @Inject
    StudentStateConsumer students;

    @Inject
    StudentMergeConsumer consumer;

    private final UUID other = UUID.randomUUID();

    @Test
    void letsTheCaseFollowWhicheverComesFirst() {
        for (boolean tombstoneFirst : new boolean[] {true, false}) {
            var story = world.known();
            if (tombstoneFirst) {
                bury(story);
            }
            tell(story, MERGED, 1);
            if (!tombstoneFirst) {
                bury(story);
            }
            assertThat(rows(story, "case_profile", other)).isEqualTo(1);
            assertThat(rows(story, "case_profile", story.student())).isZero();

            tell(story, UNMERGED, 2);
            assertThat(rows(story, "case_profile", story.student())).isEqualTo(1);
        }
    }

    private void tell(Story story, String type, int second) {
        consumer.on(Records.batch(
                "schoolcase.student.events",
                story.district().id(),
                type,
                story.student(),
                Map.of("mergedId", story.student(), "survivingId", other, "at", "2026-11-02T17:04:0" + second + "Z")));
    }

    private void bury(Story story) {
        students.on(Records.batch("schoolcase.student.state", story.district().id(), MERGED, story.student(), null));
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
