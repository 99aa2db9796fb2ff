package org.schoolcase.cases.deadline.day;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A sorted array of days with the named gaps between them; a count is two binary searches. */
final class IndexedDays implements DaySet {

    /** Longer than any summer between two entered years; beyond it the calendar knows nothing. */
    static final int LONGEST_PAUSE = 150;

    private static final int LONGEST_LEAD = 100;

    private final String name;
    private final String reason;
    private final int[] days;
    private final Span[] gaps;

    /**
     * Days in order.
     *
     * @param name what the set is, for messages
     * @param reason why a day of it counts, for traces
     * @param gaps stretches without a day of the set that a person would not expect from the week alone
     */
    IndexedDays(String name, String reason, int[] days, List<Span> gaps) {
        this.name = name;
        this.reason = reason;
        this.days = days;
        this.gaps = gaps.toArray(Span[]::new);
    }

    boolean contains(int day) {
        return Arrays.binarySearch(days, day) >= 0;
    }

    @Override
    public int countWithin(int from, int to) {
        return Math.max(0, indexFrom(to + 1) - indexFrom(from));
    }

    @Override
    public int nthAfter(int day, int n) {
        var first = indexFrom(day + 1);
        var index = first + n - 1;
        if (index >= days.length || days[first] - day > LONGEST_LEAD || isTorn(first, index)) {
            throw unknown(day);
        }
        return days[index];
    }

    @Override
    public int nthBefore(int day, int n) {
        var last = indexFrom(day) - 1;
        var index = last - n + 1;
        if (index < 0 || day - days[last] > LONGEST_LEAD || isTorn(index, last)) {
            throw unknown(day);
        }
        return days[index];
    }

    @Override
    public void describe(int from, int to, List<TraceRange> into) {
        var day = from;
        for (var at = firstGapFrom(from); at < gaps.length && gaps[at].from() <= to && day <= to; at++) {
            var gap = gaps[at];
            addCounted(day, Math.min(gap.from() - 1, to), into);
            into.add(TraceRange.leftOut(Math.max(day, gap.from()), Math.min(gap.to(), to), gap.reason()));
            day = gap.to() + 1;
        }
        addCounted(day, to, into);
    }

    private void addCounted(int from, int to, List<TraceRange> into) {
        if (from <= to) {
            var count = countWithin(from, to);
            into.add(
                    count == 0
                            ? TraceRange.leftOut(from, to, "no %ss".formatted(name))
                            : TraceRange.counted(from, to, count, reason));
        }
    }

    private int firstGapFrom(int day) {
        var low = 0;
        var high = gaps.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (gaps[middle].to() < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The index of the first day of the set that is not before a day. */
    private int indexFrom(int day) {
        var found = Arrays.binarySearch(days, day);
        return found >= 0 ? found : -found - 1;
    }

    private boolean isTorn(int from, int to) {
        if (days[to] - days[from] < LONGEST_PAUSE) {
            return false;
        }
        for (var i = from + 1; i <= to; i++) {
            if (days[i] - days[i - 1] > LONGEST_PAUSE) {
                return true;
            }
        }
        return false;
    }

    private NotKnown unknown(int day) {
        return new NotKnown("The count of %ss from %s leaves the days that are known%s."
                .formatted(
                        name,
                        LocalDate.ofEpochDay(day),
                        days.length == 0 ? "" : " (until %s)".formatted(LocalDate.ofEpochDay(days[days.length - 1]))));
    }
}
