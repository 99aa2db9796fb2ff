package org.schoolcase.cases.deadline.day;

import java.util.List;

/** Counts along a set of days around stretches that are left out; the start is day 0 and never counts. */
public record Walk(DaySet days, List<Span> leftOut) {

    /** The day on which the n-th day that is not left out has come. */
    public int end(int start, int n) {
        var total = n;
        var end = days.nthAfter(start, total);
        for (var span : leftOut) {
            if (span.from() > end) {
                break;
            }
            if (span.to() > start) {
                total += days.countWithin(Math.max(span.from(), start + 1), span.to());
                end = days.nthAfter(start, total);
            }
        }
        return end;
    }

    /** Describes the way, day 1 first. */
    public void describe(int start, int end, List<TraceRange> into) {
        var day = start + 1;
        for (var span : leftOut) {
            if (span.from() > end) {
                break;
            }
            if (span.to() >= day) {
                if (span.from() > day) {
                    days.describe(day, span.from() - 1, into);
                }
                into.add(TraceRange.leftOut(Math.max(span.from(), day), Math.min(span.to(), end), span.reason()));
                day = span.to() + 1;
            }
        }
        if (day <= end) {
            days.describe(day, end, into);
        }
    }
}
