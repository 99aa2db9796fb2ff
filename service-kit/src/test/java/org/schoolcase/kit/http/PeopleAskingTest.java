package org.schoolcase.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PeopleAskingTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final PeopleAsking people = new PeopleAsking(Optional.of("/v1/roster-imports"), now::get);

    @Test
    void isQuietUntilSomebodyAsksAndASecondLater() {
        assertThat(people.isQuiet()).isTrue();

        people.asked("/v1/students");
        now.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(people.isQuiet()).isFalse();

        now.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(people.isQuiet()).isTrue();
    }

    @Test
    void doesNotHeedThoseWhoAskHowTheWorkGetsOn() {
        people.asked("/v1/roster-imports/7");

        assertThat(people.isQuiet()).isTrue();
    }

    @Test
    void heedsAllWhereNoPathIsIgnored() {
        var all = new PeopleAsking(Optional.empty(), now::get);

        all.asked("/v1/roster-imports/7");

        assertThat(all.isQuiet()).isFalse();
    }
}
