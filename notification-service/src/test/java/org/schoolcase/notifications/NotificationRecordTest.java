package org.schoolcase.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.record.testing.RecordRules;

@QuarkusTest
class NotificationRecordTest extends RecordRules {

    @Inject
    World world;

    NotificationRecordTest() {
        super("notification");
    }

    @Override
    protected Children children() {
        var story = world.known();
        var d = story.district();
        var neighbour = new World.Story(
                d, UUID.randomUUID(), UUID.randomUUID(), story.manager(), story.guardian(), story.agency());
        world.student(neighbour, 1, MARKER, List.of());
        world.opened(neighbour);
        world.deadline(story);
        world.deadline(neighbour);
        await().until(() -> OutboxProbe.types(d).stream()
                        .filter("org.schoolcase.notification.delivered.v1"::equals)
                        .count()
                >= 2);
        return new Children(d, story.student(), neighbour.student());
    }

    @Override
    protected void looksAt(String part, int rows) {
        assertThat(part).contains("org.schoolcase.case.deadline-set.v1");
        assertThat(rows).isPositive();
    }

    @Override
    protected List<String> destroyedKinds() {
        return List.of("message", "student_profile");
    }
}
