package org.schoolcase.bench.report;

import java.util.Locale;

/** Numbers as they stand in a table. */
public final class Figures {

    private Figures() {}

    public static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    public static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** How many times the other the one is. */
    public static String ratio(double one, double other) {
        return String.format(Locale.ROOT, "%.2f", one / other);
    }
}
