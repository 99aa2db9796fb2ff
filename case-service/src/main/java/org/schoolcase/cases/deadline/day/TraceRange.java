package org.schoolcase.cases.deadline.day;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One stretch of a count: from the first to the last day, both included.
 *
 * @param count how many days of the stretch counted; 0 when it was left out
 */
public record TraceRange(LocalDate from, LocalDate to, boolean counted, int count, String reason) {

    /** Every day of the stretch counts. */
    public static TraceRange counted(LocalDate from, LocalDate to, String reason) {
        return new TraceRange(from, to, true, Math.toIntExact(ChronoUnit.DAYS.between(from, to) + 1), reason);
    }

    /** Some days of the stretch count; the reason says which. */
    public static TraceRange counted(int from, int to, int count, String reason) {
        return new TraceRange(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to), true, count, reason);
    }

    public static TraceRange leftOut(LocalDate from, LocalDate to, String reason) {
        return new TraceRange(from, to, false, 0, reason);
    }

    static TraceRange leftOut(int from, int to, String reason) {
        return leftOut(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to), reason);
    }
}
