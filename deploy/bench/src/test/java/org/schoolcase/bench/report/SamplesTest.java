package org.schoolcase.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void takesTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(Samples.of(List.of(3.0, 1.0, 2.0)).median()).isEqualTo(2.0);
        assertThat(Samples.of(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
    }

    @Test
    void givesPercentilesByNearestRank() {
        var hundred = Samples.of(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList());
        assertThat(hundred.percentile(0.5)).isEqualTo(50.0);
        assertThat(hundred.percentile(0.99)).isEqualTo(99.0);
        assertThat(hundred.percentile(1.0)).isEqualTo(100.0);
        assertThat(Samples.of(List.of(7.0)).percentile(0.99)).isEqualTo(7.0);
    }

    @Test
    void showsMedianAndBothEnds() {
        assertThat(Samples.of(List.of(812.4, 790.0, 840.0)).text()).isEqualTo("812 (790-840)");
    }

    @Test
    void showsWhatMostWaited() {
        var waited = IntStream.rangeClosed(1, 99).mapToObj(i -> (double) i).toList();
        assertThat(Samples.of(waited).p95Text()).isEqualTo("95.0 (p50 50.0, max 99)");
    }

    @Test
    void refusesNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Samples.of(List.of()));
    }
}
