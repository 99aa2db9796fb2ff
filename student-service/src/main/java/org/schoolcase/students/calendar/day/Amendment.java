package org.schoolcase.students.calendar.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/** A change to a year that has begun, such as a snow day: applied to the plan, which stays as it was for those who ask what was known. */
public record Amendment(Kind kind, LocalDate from, LocalDate to, String name) {

    /** What changes. */
    public enum Kind {
        /** School days become days without school. */
        CLOSE,
        /** A day without school becomes a school day. */
        MAKE_UP,
        /** A school day ends early, and still counts. */
        EARLY_RELEASE,
        /** The year ends on another day. */
        CHANGE_END
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** The plan as it is now, with how many school days it lost and gained. */
        record Amended(YearPlan plan, int removed, int added) implements Outcome {}

        /** It would change nothing, or cannot be; the code says why. */
        record Refused(String code, String detail) implements Outcome {}
    }

    public Outcome applyTo(YearPlan plan) {
        return switch (kind) {
            case CLOSE -> close(plan);
            case MAKE_UP -> makeUp(plan);
            case EARLY_RELEASE -> earlyRelease(plan);
            case CHANGE_END -> changeEnd(plan);
        };
    }

    private Outcome close(YearPlan plan) {
        if (days().stream().noneMatch(day -> plan.on(day).isSchoolDay())) {
            return new Outcome.Refused("amendment.no-school-day", "None of these days is a school day.");
        }
        var closed = new ArrayList<NoSchool>();
        closed.add(new NoSchool(from, to, NoSchool.Kind.CLOSURE, name));
        closed.addAll(plan.noSchool());
        return amended(
                plan,
                new YearPlan(
                        plan.firstDay(),
                        plan.lastDay(),
                        plan.weekdays(),
                        closed,
                        without(plan.makeUpDays()),
                        without(plan.earlyRelease()),
                        plan.summerSessions()));
    }

    private Outcome makeUp(YearPlan plan) {
        if (!plan.contains(from) || !plan.contains(to)) {
            return new Outcome.Refused("amendment.outside-year", "Outside the year: change its end first.");
        }
        if (days().stream().anyMatch(day -> plan.on(day).isSchoolDay())) {
            return new Outcome.Refused("amendment.already-school-day", "There is school on that day already.");
        }
        return amended(plan, with(plan, join(plan.makeUpDays()), plan.earlyRelease()));
    }

    private Outcome earlyRelease(YearPlan plan) {
        if (!days().stream().allMatch(day -> plan.on(day).isSchoolDay())) {
            return new Outcome.Refused("amendment.no-school-day", "There is no school on that day.");
        }
        return amended(plan, with(plan, plan.makeUpDays(), join(plan.earlyRelease())));
    }

    private Outcome changeEnd(YearPlan plan) {
        if (from.equals(plan.lastDay())) {
            return new Outcome.Refused("amendment.end-unchanged", "The year ends on that day already.");
        }
        if (!from.isAfter(plan.firstDay()) || from.isAfter(plan.firstDay().plusDays(PlanCheck.LONGEST))) {
            return new Outcome.Refused("amendment.outside-year", "A year cannot end on that day.");
        }
        Predicate<LocalDate> stays = day -> !day.isAfter(from);
        var changed = new YearPlan(
                plan.firstDay(),
                from,
                plan.weekdays(),
                plan.noSchool(),
                plan.makeUpDays().stream().filter(stays).toList(),
                plan.earlyRelease().stream().filter(stays).toList(),
                plan.summerSessions());
        return amended(plan, changed);
    }

    private static YearPlan with(YearPlan plan, List<LocalDate> makeUpDays, List<LocalDate> earlyRelease) {
        return new YearPlan(
                plan.firstDay(),
                plan.lastDay(),
                plan.weekdays(),
                plan.noSchool(),
                makeUpDays,
                earlyRelease,
                plan.summerSessions());
    }

    private static Outcome amended(YearPlan before, YearPlan after) {
        var was = new HashSet<>(before.schoolDays());
        var is = new HashSet<>(after.schoolDays());
        int kept = (int) was.stream().filter(is::contains).count();
        return new Outcome.Amended(after, was.size() - kept, is.size() - kept);
    }

    private List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    private List<LocalDate> without(List<LocalDate> dates) {
        return dates.stream()
                .filter(day -> day.isBefore(from) || day.isAfter(to))
                .toList();
    }

    private List<LocalDate> join(List<LocalDate> dates) {
        return java.util.stream.Stream.concat(dates.stream(), days().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
