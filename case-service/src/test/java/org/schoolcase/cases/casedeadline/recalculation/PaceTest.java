package org.schoolcase.cases.casedeadline.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.http.PeopleAsking;

class PaceTest {

    private final AtomicLong now = new AtomicLong();
    private final PeopleAsking people = new PeopleAsking(Optional.empty(), now::get);
    private final List<Integer> batches = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Pace pace = new Pace(people, pauses::add, now::get);

    @Test
    void worksInLargeBatchesWithoutAPauseWhileNobodyAsks() {
        pace.run(most -> threeTimes(most, Duration.ofMillis(600)));

        assertThat(batches).containsExactly(Pace.LARGE, Pace.LARGE, Pace.LARGE);
        assertThat(pauses).isEmpty();
    }

    @Test
    void leavesTwoThirdsOfTheTimeToThoseWhoAsk() {
        people.asked("/v1/cases");
        pace.run(most -> threeTimes(most, Duration.ofMillis(20)));

        assertThat(batches).containsExactly(Pace.SMALL, Pace.SMALL, Pace.SMALL);
        assertThat(pauses).containsExactly(Duration.ofMillis(40), Duration.ofMillis(40));
    }

    @Test
    void takesLargeBatchesAgainWhenPeopleHaveGone() {
        people.asked("/v1/cases");
        pace.run(most -> threeTimes(most, Duration.ofMillis(600)));

        assertThat(batches).containsExactly(Pace.SMALL, Pace.SMALL, Pace.LARGE);
    }

    private boolean threeTimes(int most, Duration work) {
        batches.add(most);
        now.addAndGet(work.toNanos());
        return batches.size() < 3;
    }
}
