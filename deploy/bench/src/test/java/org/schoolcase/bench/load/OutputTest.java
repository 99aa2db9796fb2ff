package org.schoolcase.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void readsTheCountsOfWrk() {
        var rate = Wrk.read("Running 5s test\n  ...\nCOUNTS requests=5000 micros=2500000 errors=3\n");
        assertThat(rate).isEqualTo(new Rate(5000, 2000.0, 3));
    }

    @Test
    void readsTheCountsOfPgbench() {
        var rate = PgBench.read("""
                number of transactions actually processed: 1234
                number of failed transactions: 0 (0.000%)
                tps = 246.800000 (without initial connection time)
                """);
        assertThat(rate).isEqualTo(new Rate(1234, 246.8, 0));
    }

    @Test
    void refusesAnOutputWithoutCounts() {
        assertThatIllegalStateException().isThrownBy(() -> Wrk.read("unable to connect"));
    }
}
