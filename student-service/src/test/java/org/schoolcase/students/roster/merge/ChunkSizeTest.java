package org.schoolcase.students.roster.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ChunkSizeTest {

    private static final long SLOW = Duration.ofSeconds(4).toNanos();

    private final AtomicBoolean quiet = new AtomicBoolean(true);
    private final ChunkSize size = new ChunkSize(5_000, quiet::get);

    @Test
    void growsWhileTransactionsAreFastUpToTheMost() {
        for (int i = 0; i < 5; i++) {
            size.took(size.rows(), 1_000_000);
        }

        assertThat(size.rows()).isEqualTo(5_000);
    }

    @Test
    void shrinksToTheFewestWhileTransactionsAreSlow() {
        for (int i = 0; i < 10; i++) {
            size.took(size.rows(), SLOW);
        }

        assertThat(size.rows()).isEqualTo(100);
    }

    @Test
    void staysSmallWhileOthersAskAndGrowsAgainAfterwards() {
        quiet.set(false);
        size.took(500, 1_000_000);
        assertThat(size.rows()).isEqualTo(500);

        quiet.set(true);
        assertThat(size.rows()).isEqualTo(2_000);
    }

    @Test
    void learnsNothingFromAChunkThatWasSmallForAnotherReason() {
        size.took(3, 1_000_000);

        assertThat(size.rows()).isEqualTo(1_000);
    }
}
