package org.schoolcase.bench.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** Measured values, in order of size. */
public final class Samples {

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    /** The samples of these values; at least one. */
    public static Samples of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured");
        }
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest value that is not exceeded by this share of the values (nearest rank). */
    public double percentile(double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }

    public double least() {
        return sorted[0];
    }

    public double greatest() {
        return sorted[sorted.length - 1];
    }

    public double p95() {
        return percentile(0.95);
    }

    /** What most waited, the median and the greatest: {@code 14.6 (p50 3.9, max 39)}. */
    public String p95Text() {
        return String.format(Locale.ROOT, "%.1f (p50 %.1f, max %.0f)", p95(), median(), greatest());
    }

    /** Median and both ends: {@code 812 (790-840)}. */
    public String text() {
        return String.format(Locale.ROOT, "%.0f (%.0f-%.0f)", median(), least(), greatest());
    }
}
