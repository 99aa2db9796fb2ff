package org.schoolcase.notifications.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.schoolcase.notifications.testing.World.DEADLINE;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolcase.notifications.testing.World;
import org.schoolcase.notifications.testing.World.Story;

@QuarkusTest
class DeliveryMetricsTest {

    @Inject
    World world;

    @Inject
    MeterRegistry meters;

    @Test
    void countsWhatWaitsForItsRecipientAndForHowLong() {
        var nobodyKnown = Story.begin();
        world.fact(World.fact(nobodyKnown, DEADLINE, Map.of("dueOn", "2026-12-04")));

        await().untilAsserted(() -> {
            assertThat(waiting("schoolcase.notifications.open")).isGreaterThanOrEqualTo(1);
            assertThat(waiting("schoolcase.notifications.oldest.age")).isPositive();
        });
    }

    @Test
    void countsWhatWasSent() {
        var before = sent();
        world.deadline(world.known());

        await().untilAsserted(() -> assertThat(sent()).isEqualTo(before + 1));
    }

    private double waiting(String gauge) {
        return meters.get(gauge).tag("state", "WAITING_FOR_RECIPIENT").gauge().value();
    }

    private double sent() {
        var counter = meters.find("schoolcase.notifications.sent")
                .tag("channel", "in_app")
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
