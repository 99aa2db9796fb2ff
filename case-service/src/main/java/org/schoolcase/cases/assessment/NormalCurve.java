package org.schoolcase.cases.assessment;

/** The standard normal distribution. */
final class NormalCurve {

    private static final double P = 0.2316419;
    private static final double[] B = {0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429};

    private NormalCurve() {}

    /** Percent of people below z; Abramowitz and Stegun 26.2.17, off by less than 0.00001 percent. */
    static double percentile(double z) {
        var t = 1 / (1 + P * Math.abs(z));
        var sum = t * (B[0] + t * (B[1] + t * (B[2] + t * (B[3] + t * B[4]))));
        var tail = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * sum;
        return 100 * (z >= 0 ? 1 - tail : tail);
    }
}
