package org.schoolcase.cases.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.Fault;

/**
 * A score agrees with itself: the interval holds the standard score, and the percentile is the one that the normal curve
 * of its norm gives, within rounding.
 *
 * <p>Rounding: a standard score stands for all scores within half a unit of its last place (85 for 84.5 to 85.5, 85.0 for
 * 84.95 to 85.05), a percentile likewise. They agree when some score of the one has a percentile of the other. Printed
 * tables end, so the least percentile of a precision (1, 0.1, 0.01) also stands for all below, the greatest (99, 99.9,
 * 99.99) for all above.
 */
final class ScoreRules {

    /** Off every published scale; a slip of the pen. */
    private static final double FARTHEST = 8;

    private final List<Fault> faults = new ArrayList<>();

    private ScoreRules() {}

    static List<Fault> faultsOf(List<Score> scores, int thisYear) {
        var rules = new ScoreRules();
        for (int i = 0; i < scores.size(); i++) {
            rules.score(scores.get(i), "/scores/" + i, thisYear);
        }
        return rules.faults;
    }

    private void score(Score score, String pointer, int thisYear) {
        var norm = score.norm();
        if (score.rawScore() == null && score.standardScore() == null && score.percentile() == null) {
            fault(pointer, "required", "A score has a raw score, a standard score or a percentile.");
        }
        if (norm == null) {
            withoutNorm(score, pointer);
            return;
        }
        if (norm.year() > thisYear) {
            fault(pointer + "/norm/year", "in-future", "A norm is not of a year to come.");
        }
        interval(score, pointer);
        var standard = score.standardScore();
        if (standard != null) {
            standing(standard, norm, score.percentile(), pointer);
        }
    }

    private void withoutNorm(Score score, String pointer) {
        if (score.standardScore() != null || score.percentile() != null || score.interval() != null) {
            fault(
                    pointer + "/norm",
                    "required",
                    "A standard score, an interval and a percentile are read against a norm.");
        }
    }

    private void interval(Score score, String pointer) {
        var interval = score.interval();
        if (interval == null) {
            return;
        }
        var standard = score.standardScore();
        if (standard == null) {
            fault(pointer + "/standardScore", "required", "An interval lies around a standard score.");
        } else if (interval.from().compareTo(standard) > 0 || interval.to().compareTo(standard) < 0) {
            fault(pointer + "/interval", "interval-without-score", "The interval does not hold the standard score.");
        }
    }

    private void standing(BigDecimal standard, Score.Norm norm, @Nullable BigDecimal percentile, String pointer) {
        if (Math.abs(z(standard.doubleValue(), norm)) > FARTHEST) {
            fault(pointer + "/standardScore", "off-scale", "Lies more than 8 standard deviations from the mean.");
        } else if (percentile != null && !agree(standard, norm, percentile)) {
            fault(
                    pointer + "/percentile",
                    "percentile-off-curve",
                    "Is not the percentile of this standard score on the normal curve of its norm.");
        }
    }

    /** Whether a percentile is one of this standard score, both rounded as they are written. */
    static boolean agree(BigDecimal standard, Score.Norm norm, BigDecimal percentile) {
        var half = unit(standard).doubleValue() / 2;
        var least = NormalCurve.percentile(z(standard.doubleValue() - half, norm));
        var greatest = NormalCurve.percentile(z(standard.doubleValue() + half, norm));
        var unit = unit(percentile);
        var slack = unit.doubleValue() / 2 + 1e-6;
        var from = percentile.compareTo(unit) <= 0 ? 0 : percentile.doubleValue() - slack;
        var top = BigDecimal.valueOf(100).subtract(unit);
        var to = percentile.compareTo(top) >= 0 ? 100 : percentile.doubleValue() + slack;
        return greatest >= from && least <= to;
    }

    /** One in the last place that is written. */
    private static BigDecimal unit(BigDecimal number) {
        return BigDecimal.ONE.scaleByPowerOfTen(-Math.max(0, number.scale()));
    }

    private static double z(double score, Score.Norm norm) {
        return (score - norm.mean().doubleValue()) / norm.sd().doubleValue();
    }

    private void fault(String pointer, String code, String detail) {
        faults.add(new Fault(pointer, code, detail));
    }
}
