package org.schoolcase.cases.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.Fault;

/** Whatever the norm: the percentile of a standard score is taken as it is rounded, and one beside it is refused. */
class ScoreRulesPropertyTest {

    private static final int THIS_YEAR = 2026;

    @Property
    void takesThePercentileOfTheCurveHoweverItIsRounded(
            @ForAll @IntRange(min = 0, max = 500) int mean,
            @ForAll @IntRange(min = 1, max = 100) int sd,
            @ForAll @DoubleRange(min = -3.5, max = 3.5) double z,
            @ForAll @IntRange(min = 0, max = 2) int scoreDecimals,
            @ForAll @IntRange(min = 0, max = 2) int percentileDecimals) {
        var standard = BigDecimal.valueOf(mean + z * sd).setScale(scoreDecimals, RoundingMode.HALF_UP);
        var exact = NormalCurve.percentile((standard.doubleValue() - mean) / sd);

        assertThat(ScoreRules.agree(standard, norm(mean, sd), printed(exact, percentileDecimals)))
                .isTrue();
    }

    @Property
    void takesThePercentileOfTheUnroundedScore(
            @ForAll @IntRange(min = 20, max = 180) int standard,
            @ForAll @DoubleRange(min = -0.5, max = 0.49) double unrounded,
            @ForAll @IntRange(min = 0, max = 2) int decimals) {
        var exact = NormalCurve.percentile((standard + unrounded - 100) / 15);

        assertThat(ScoreRules.agree(BigDecimal.valueOf(standard), norm(100, 15), printed(exact, decimals)))
                .isTrue();
    }

    @Property
    void refusesAPercentileBesideTheCurve(
            @ForAll @IntRange(min = 0, max = 500) int mean,
            @ForAll @IntRange(min = 5, max = 100) int sd,
            @ForAll @DoubleRange(min = -2.5, max = 2.5) double z,
            @ForAll @IntRange(min = 2, max = 98) int percentile) {
        var standard = BigDecimal.valueOf(Math.round(mean + z * sd));
        var low = NormalCurve.percentile((standard.doubleValue() - 0.5 - mean) / sd);
        var high = NormalCurve.percentile((standard.doubleValue() + 0.5 - mean) / sd);
        Assume.that(percentile < low - 0.51 || percentile > high + 0.51);

        assertThat(ScoreRules.agree(standard, norm(mean, sd), BigDecimal.valueOf(percentile)))
                .isFalse();
    }

    @Property
    void growsWithTheScoreAndMirrorsAtTheMean(@ForAll @DoubleRange(min = -6, max = 6) double z) {
        assertThat(NormalCurve.percentile(z + 0.01)).isGreaterThanOrEqualTo(NormalCurve.percentile(z));
        assertThat(NormalCurve.percentile(z) + NormalCurve.percentile(-z)).isBetween(99.9999, 100.0001);
    }

    @Property
    void takesAnIntervalThatHoldsTheScoreAndNoOther(
            @ForAll @IntRange(min = 40, max = 160) int from,
            @ForAll @IntRange(min = 40, max = 160) int to,
            @ForAll @IntRange(min = 40, max = 160) int standard) {
        var interval = new Score.Interval(95, BigDecimal.valueOf(from), BigDecimal.valueOf(to));
        var score = new Score("Composite", null, norm(100, 15), BigDecimal.valueOf(standard), interval, null);

        assertThat(codes(score))
                .isEqualTo(from <= standard && standard <= to ? List.of() : List.of("interval-without-score"));
    }

    @Example
    void knowsTheTablesOfThePublishers() {
        assertThat(agree("85", "16")).isTrue();
        assertThat(agree("100", "50")).isTrue();
        assertThat(agree("130", "98")).isTrue();
        assertThat(agree("70", "2")).isTrue();
        assertThat(agree("40", "0.1")).isTrue();
        assertThat(agree("55", "1")).isTrue();
        assertThat(agree("160", "99.9")).isTrue();
        assertThat(agree("85", "25")).isFalse();
        assertThat(agree("115", "16")).isFalse();
        assertThat(agree("85.00", "15.00")).isFalse();
        assertThat(agree("70", "1")).isFalse();
        assertThat(agree("100", "0.1")).isFalse();
    }

    @Example
    void asksForANormAndForSomethingThatIsScored() {
        assertThat(codes(score(null, "85", null))).containsExactly("required");
        assertThat(codes(new Score("Words", new BigDecimal("12"), null, null, null, null)))
                .isEmpty();
        assertThat(codes(new Score("Words", null, norm(100, 15), null, null, null)))
                .containsExactly("required");
        assertThat(codes(score(norm(100, 15), "900", null))).containsExactly("off-scale");
        var later = new Score.Norm("US", "1", THIS_YEAR + 1, new BigDecimal("100"), new BigDecimal("15"));
        assertThat(codes(score(later, "85", "16"))).containsExactly("in-future");
    }

    private static boolean agree(String standard, String percentile) {
        return ScoreRules.agree(new BigDecimal(standard), norm(100, 15), new BigDecimal(percentile));
    }

    private static List<String> codes(Score score) {
        return ScoreRules.faultsOf(List.of(score), THIS_YEAR).stream()
                .map(Fault::code)
                .toList();
    }

    private static Score score(Score.@Nullable Norm norm, String standard, @Nullable String percentile) {
        return new Score(
                "Composite",
                null,
                norm,
                new BigDecimal(standard),
                null,
                percentile == null ? null : new BigDecimal(percentile));
    }

    private static Score.Norm norm(int mean, int sd) {
        return new Score.Norm("US population", "4", 2014, BigDecimal.valueOf(mean), BigDecimal.valueOf(sd));
    }

    /** As a table prints it: rounded, and never 0 or 100. */
    private static BigDecimal printed(double percentile, int decimals) {
        var unit = BigDecimal.ONE.movePointLeft(decimals);
        var rounded = BigDecimal.valueOf(percentile).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.max(unit).min(BigDecimal.valueOf(100).subtract(unit));
    }
}
