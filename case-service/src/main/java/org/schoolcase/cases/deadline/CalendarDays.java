package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Counts every day; its trace has one range per month, the way a person counts on a wall calendar. */
final class CalendarDays implements DayCount {

    private static final String REASON = "calendar days: weekends and holidays count (34 CFR 300.11(a))";

    @Override
    public Counted count(LocalDate dayZero, int amount, Calendar calendar) {
        var dueOn = dayZero.plusDays(amount);
        return new Counted(dueOn, byMonth(dayZero.plusDays(1), dueOn));
    }

    private static List<TraceRange> byMonth(LocalDate first, LocalDate last) {
        var ranges = new ArrayList<TraceRange>();
        for (var from = first; !from.isAfter(last); from = endOfMonth(from).plusDays(1)) {
            var monthEnd = endOfMonth(from);
            ranges.add(TraceRange.counted(from, monthEnd.isBefore(last) ? monthEnd : last, REASON));
        }
        return List.copyOf(ranges);
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return YearMonth.from(day).atEndOfMonth();
    }
}
