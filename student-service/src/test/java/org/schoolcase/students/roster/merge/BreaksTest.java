package org.schoolcase.students.roster.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreaksTest {

    private final AtomicBoolean quiet = new AtomicBoolean();
    private final AtomicLong now = new AtomicLong(1);
    private final List<Duration> rests = new ArrayList<>();
    private final Breaks breaks = new Breaks(quiet::get, now::get, this::rest);

    @Test
    void leavesHalfOfTheTimeToThoseWhoAsk() {
        work(Duration.ofMillis(8));
        work(Duration.ofMillis(20));

        assertThat(rests).containsExactly(Duration.ofMillis(8), Duration.ofMillis(20));
    }

    @Test
    void countsSmallPiecesOfWorkTogether() {
        for (int i = 0; i < 6; i++) {
            work(Duration.ofMillis(2));
        }

        assertThat(rests).containsExactly(Duration.ofMillis(6), Duration.ofMillis(6));
    }

    @Test
    void goesOnWhileNobodyAsks() {
        quiet.set(true);
        work(Duration.ofSeconds(1));
        quiet.set(false);
        work(Duration.ofMillis(6));

        assertThat(rests).containsExactly(Duration.ofMillis(6));
    }

    @Test
    void restsNoLongerThanASecondAfterALongWait() {
        work(Duration.ofMinutes(5));

        assertThat(rests).containsExactly(Duration.ofSeconds(1));
    }

    private void work(Duration time) {
        now.addAndGet(time.toNanos());
        breaks.take();
    }

    private void rest(long nanos) {
        rests.add(Duration.ofNanos(nanos));
        now.addAndGet(nanos);
    }
}
