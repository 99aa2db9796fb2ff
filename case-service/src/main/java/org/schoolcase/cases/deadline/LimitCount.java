package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.day.CalendarDays;
import org.schoolcase.cases.deadline.day.DaySet;
import org.schoolcase.cases.deadline.day.Holidays;
import org.schoolcase.cases.deadline.day.NotKnown;
import org.schoolcase.cases.deadline.day.TraceRange;
import org.schoolcase.cases.deadline.day.Walk;

/** Counts one limit of one rule: where it ends, and every stretch of the way. */
final class LimitCount {

    /** Where a count began and ended; the trace leads there. */
    record Counted(
            Limit limit,
            LocalDate start,
            LocalDate end,
            @Nullable ZonedDateTime at,
            List<TraceRange> trace) {}

    private final Rule rule;
    private final Facts facts;
    private final Ground ground;
    private final Holidays holidays;
    private final LeftOut leftOut;
    private final int longer;

    /**
     * A count.
     *
     * @param longer what absences and agreed days add to the amount
     */
    LimitCount(Rule rule, Facts facts, Ground ground, Holidays holidays, int longer) {
        this.rule = rule;
        this.facts = facts;
        this.ground = ground;
        this.holidays = holidays;
        this.leftOut = new LeftOut(rule, facts, ground);
        this.longer = longer;
    }

    Counted count(Limit limit) {
        var start = Objects.requireNonNull(facts.on(limit.startEvent()));
        var trace = new ArrayList<TraceRange>(12);
        var day = dayZero(limit, start, trace);
        if (limit.base() != null) {
            day = leg(limit, day, limit.base(), trace);
        }
        if (limit.fixedDate() != null) {
            return new Counted(limit, start, fixed(limit, day, trace), null, trace);
        }
        if (limit.offset().unit() == Unit.HOUR) {
            return hours(limit, start, trace);
        }
        var end = leg(limit, day, limit.offset().longer(longer), trace);
        return new Counted(limit, start, anniversary(limit, end, trace), null, trace);
    }

    private LocalDate dayZero(Limit limit, LocalDate start, List<TraceRange> trace) {
        var day = start;
        if (rule.summerStart() && ground.school().yearOf(start).isEmpty()) {
            day = ground.school().nextFirstDay(start);
            trace.add(TraceRange.leftOut(
                    start, day.minusDays(1), "between two school years: dated on the first school day"));
        }
        if (!limit.offset().firstDayIsOne()) {
            trace.add(TraceRange.leftOut(day, day, limit.startEvent().dayZero()));
        }
        return day;
    }

    /** Counts an amount from a day on, or back from it. */
    LocalDate leg(Limit limit, LocalDate from, Offset offset, List<TraceRange> trace) {
        return switch (offset.unit()) {
            case MONTH, YEAR -> span(from, offset, trace);
            case HOUR -> throw new NotKnown("Hours are counted from a moment only.");
            case CALENDAR, SCHOOL, BUSINESS, BUSINESS_WITH_HOLIDAYS -> {
                if (offset.amount() == 0) {
                    yield from;
                }
                yield offset.isBack() ? back(from, offset, trace) : forth(limit, from, offset, trace);
            }
        };
    }

    private LocalDate forth(Limit limit, LocalDate from, Offset offset, List<TraceRange> trace) {
        var start = epoch(from) - (offset.firstDayIsOne() ? 1 : 0);
        var walk = new Walk(days(offset.unit()), leftOut.from(limit, from));
        var end = walk.end(start, offset.amount());
        leftOut.requireKnown(start, end);
        walk.describe(start, end, trace);
        return LocalDate.ofEpochDay(end);
    }

    private LocalDate back(LocalDate from, Offset offset, List<TraceRange> trace) {
        var days = days(offset.unit());
        var end = days.nthBefore(epoch(from), offset.amount());
        var way = new ArrayList<TraceRange>();
        days.describe(end, epoch(from) - 1, way);
        way.forEach(it -> trace.add(
                new TraceRange(it.from(), it.to(), it.counted(), it.count(), "counted back: " + it.reason())));
        return LocalDate.ofEpochDay(end);
    }

    private static LocalDate span(LocalDate from, Offset offset, List<TraceRange> trace) {
        var amount = offset.isBack() ? -offset.amount() : offset.amount();
        var end = offset.unit() == Unit.YEAR ? from.plusYears(amount) : from.plusMonths(amount);
        var words = "%s%s: to the same day (a day that the month lacks becomes its last)"
                .formatted(offset.isBack() ? "counted back: " : "", offset.words());
        trace.add(
                offset.isBack()
                        ? TraceRange.counted(end, from.minusDays(1), words)
                        : TraceRange.counted(from.plusDays(1), end, words));
        return end;
    }

    private LocalDate anniversary(Limit limit, LocalDate end, List<TraceRange> trace) {
        if (!rule.anniversary()
                || limit.offset().unit() != Unit.YEAR
                || ground.settings().anniversary() == Settings.Anniversary.SAME_DAY) {
            return end;
        }
        var last = trace.removeLast();
        trace.add(TraceRange.counted(
                last.from(), end.minusDays(1), last.reason() + "; the district counts to the day before"));
        return end.minusDays(1);
    }

    private static LocalDate fixed(Limit limit, LocalDate from, List<TraceRange> trace) {
        var date = Objects.requireNonNull(limit.fixedDate());
        var same = date.atYear(from.getYear());
        var end = same.isBefore(from) ? date.atYear(from.getYear() + 1) : same;
        if (end.isAfter(from)) {
            trace.add(TraceRange.leftOut(from.plusDays(1), end, "the date is fixed by law"));
        }
        return end;
    }

    private Counted hours(Limit limit, LocalDate start, List<TraceRange> trace) {
        var moment = facts.moments().get(limit.startEvent());
        if (moment == null) {
            throw new NotKnown("The rule counts hours, and the hour when %s is not recorded."
                    .formatted(limit.startEvent().words()));
        }
        var hours = limit.offset().amount();
        var end = limit.offset().isBack() ? moment.minusHours(hours) : moment.plusHours(hours);
        var first = end.isBefore(moment) ? end : moment;
        var last = end.isBefore(moment) ? moment : end;
        trace.add(TraceRange.leftOut(
                first.toLocalDate(),
                last.toLocalDate(),
                "%s %s %s".formatted(limit.offset().words(), limit.offset().isBack() ? "before" : "after", moment)));
        return new Counted(limit, start, end.toLocalDate(), end, trace);
    }

    private DaySet days(Unit unit) {
        return switch (unit) {
            case SCHOOL -> ground.school().schoolDays();
            case BUSINESS -> holidays.businessDays();
            case BUSINESS_WITH_HOLIDAYS -> Holidays.NONE.businessDays();
            case CALENDAR, MONTH, YEAR, HOUR -> CalendarDays.ALL;
        };
    }

    private static int epoch(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
