package org.schoolcase.cases.deadline.day;

import java.time.LocalDate;
import java.util.List;

/** Every day; its trace has one range per month, the way a person counts on a wall calendar. */
public final class CalendarDays implements DaySet {

    public static final CalendarDays ALL = new CalendarDays();

    private static final String REASON = "calendar days: weekends and holidays count (34 CFR 300.11(a))";

    private CalendarDays() {}

    @Override
    public int countWithin(int from, int to) {
        return Math.max(0, to - from + 1);
    }

    @Override
    public int nthAfter(int day, int n) {
        return day + n;
    }

    @Override
    public int nthBefore(int day, int n) {
        return day - n;
    }

    @Override
    public void describe(int from, int to, List<TraceRange> into) {
        for (var day = from; day <= to; ) {
            var first = LocalDate.ofEpochDay(day);
            var length = Math.min(first.lengthOfMonth() - first.getDayOfMonth() + 1, to - day + 1);
            into.add(new TraceRange(first, first.plusDays(length - 1), true, length, REASON));
            day += length;
        }
    }
}
