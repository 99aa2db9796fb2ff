package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.EndOfYear.From;
import org.schoolcase.cases.deadline.LimitCount.Counted;
import org.schoolcase.cases.deadline.day.SchoolYear;
import org.schoolcase.cases.deadline.day.TraceRange;

/** Finds whether a clause about the end of the school year governs, and counts by it. */
final class EndOfYearCount {

    private final Rule rule;
    private final Facts facts;
    private final Ground ground;
    private final LimitCount limits;

    EndOfYearCount(Rule rule, Facts facts, Ground ground, LimitCount limits) {
        this.rule = rule;
        this.facts = facts;
        this.ground = ground;
        this.limits = limits;
    }

    /** The count of the first clause that governs; null when none does. */
    @Nullable
    Counted counted() {
        var start = facts.on(rule.first().startEvent());
        if (start == null) {
            return null;
        }
        for (var clause : rule.endOfYear()) {
            var event = facts.on(clause.event());
            var year = event == null ? null : ground.school().yearOf(event).orElse(null);
            if (event != null && year != null && governs(clause, event, year) && startsBefore(clause, start, year)) {
                return count(clause, start, event, year);
            }
        }
        return null;
    }

    private boolean governs(EndOfYear clause, LocalDate event, SchoolYear year) {
        var left = left(clause.unit(), event, year);
        return left >= clause.atLeast()
                && left <= clause.atMost()
                && (clause.unlessAbsences() == null || facts.absences() < clause.unlessAbsences());
    }

    private int left(Unit unit, LocalDate event, SchoolYear year) {
        var from = Math.toIntExact(event.toEpochDay());
        var to = Math.toIntExact(year.lastDay().toEpochDay());
        return unit == Unit.SCHOOL ? ground.school().schoolDays().countWithin(from + 1, to) : to - from;
    }

    /** What starts only in the next school year is counted the ordinary way. */
    private boolean startsBefore(EndOfYear clause, LocalDate start, SchoolYear year) {
        return clause.from() != From.NEXT_FIRST_DAY
                || start.isBefore(ground.school().nextFirstDay(year.lastDay()));
    }

    private Counted count(EndOfYear clause, LocalDate start, LocalDate event, SchoolYear year) {
        var trace = new ArrayList<TraceRange>();
        trace.add(TraceRange.leftOut(start, start, rule.first().startEvent().dayZero()));
        var base = clause.from() == From.LAST_DAY
                ? year.lastDay()
                : ground.school().nextFirstDay(year.lastDay());
        var why = "%s %s before the last day of school, %s (%s)"
                .formatted(
                        clause.event().words(),
                        clause.unit().words(left(clause.unit(), event, year)),
                        year.lastDay(),
                        clause.citation());
        var end = clause.fixedDate() == null
                ? counted(clause, start, base, why, trace)
                : fixed(clause, start, year, why, trace);
        return new Counted(rule.first(), start, end, null, trace);
    }

    private static LocalDate fixed(
            EndOfYear clause, LocalDate start, SchoolYear year, String why, List<TraceRange> trace) {
        var end =
                Objects.requireNonNull(clause.fixedDate()).atYear(year.lastDay().getYear());
        trace.add(TraceRange.leftOut(start.plusDays(1), end, "%s: due on this date".formatted(why)));
        return end;
    }

    private LocalDate counted(EndOfYear clause, LocalDate start, LocalDate base, String why, List<TraceRange> trace) {
        var offset = clause.offset();
        if (offset.isBack()) {
            var end = limits.leg(rule.first(), base, offset, new ArrayList<>());
            trace.add(TraceRange.leftOut(
                    start.plusDays(1), end, "%s: due %s before %s".formatted(why, offset.words(), base)));
            return end;
        }
        var dayZero = offset.firstDayIsOne() ? base.minusDays(1) : base;
        if (dayZero.isAfter(start)) {
            trace.add(TraceRange.leftOut(
                    start.plusDays(1), dayZero, "%s: %s from %s".formatted(why, offset.words(), base)));
        }
        return limits.leg(rule.first(), base, offset, trace);
    }
}
