package org.schoolcase.cases.casedeadline.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final PeopleAsking people = new PeopleAsking();
    private final List<Integer> batches = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Pace pace = new Pace(people, pauses::add);

    @Test
    void worksInLargeBatchesWithoutAPauseWhileNobodyAsks() {
        pace.run(this::threeTimes);

        assertThat(batches).containsExactly(Pace.LARGE, Pace.LARGE, Pace.LARGE);
        assertThat(pauses).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // the request itself is not looked at
    void leavesTwoThirdsOfTheTimeToThoseWhoAsk() {
        people.seen(null);
        pace.run(most -> {
            Pace.sleep(Duration.ofMillis(20));
            return threeTimes(most);
        });

        assertThat(batches).containsExactly(Pace.SMALL, Pace.SMALL, Pace.SMALL);
        assertThat(pauses).hasSize(2).allSatisfy(pause -> assertThat(pause)
                .isGreaterThanOrEqualTo(Duration.ofMillis(40)));
    }

    @Test
    @SuppressWarnings("NullAway")
    void takesLargeBatchesAgainWhenPeopleHaveGone() {
        people.seen(null);
        pace.run(most -> {
            Pace.sleep(Duration.ofMillis(600));
            return threeTimes(most);
        });

        assertThat(batches).containsExactly(Pace.SMALL, Pace.SMALL, Pace.LARGE);
    }

    private boolean threeTimes(int most) {
        batches.add(most);
        return batches.size() < 3;
    }
}
