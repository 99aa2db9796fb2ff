package org.schoolcase.students.calendar.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The school days of one or more years, as a sorted array: each sum is two binary searches. */
public final class SchoolDays {

    /** A longer pause between two years means that the year between is not entered: nothing is counted across it. */
    private static final int LONGEST_SUMMER = 150;

    private final List<YearPlan> years;
    private final int[] days;

    private SchoolDays(List<YearPlan> years) {
        this.years = years;
        this.days = years.stream()
                .flatMap(year -> year.schoolDays().stream())
                .mapToInt(day -> Math.toIntExact(day.toEpochDay()))
                .toArray();
    }

    /** Of years that do not overlap, in any order. */
    public static SchoolDays of(Collection<YearPlan> plans) {
        return new SchoolDays(
                plans.stream().sorted(Comparator.comparing(YearPlan::firstDay)).toList());
    }

    public boolean isSchoolDay(LocalDate day) {
        return Arrays.binarySearch(days, epoch(day)) >= 0;
    }

    /** School days after a date up to and with another: the day that starts a clock never counts. 0 if to is not after it. */
    public int countAfter(LocalDate from, LocalDate to) {
        return Math.max(0, upTo(to) - upTo(from));
    }

    /** School days from a date to another, both included: a duration, whose first day served is day 1. */
    public int countWithin(LocalDate first, LocalDate last) {
        return countAfter(first.minusDays(1), last);
    }

    /** The n-th school day after a date (n from 1), if the calendar is known that far. */
    public Optional<LocalDate> nthAfter(LocalDate from, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n counts from 1");
        }
        int index = upTo(from) + n - 1;
        if (index >= days.length) {
            return Optional.empty();
        }
        var found = LocalDate.ofEpochDay(days[index]);
        return knows(from, found) ? Optional.of(found) : Optional.empty();
    }

    /** The last day of a duration of n school days that begins on a date; the date is day 1 if it is a school day. */
    public Optional<LocalDate> nthFrom(LocalDate first, int n) {
        return nthAfter(first.minusDays(1), n);
    }

    /** The last school day on or before a date: when to act at the latest, since no due date is moved. */
    public Optional<LocalDate> lastOnOrBefore(LocalDate day) {
        int before = upTo(day);
        return before == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(days[before - 1]));
    }

    /** Whether the calendar says of every date between the two what it is. */
    public boolean knows(LocalDate from, LocalDate to) {
        return knownUntil(from).filter(last -> !to.isAfter(last)).isPresent();
    }

    /** Until when school days can be counted from a date on; empty if not even from there. */
    public Optional<LocalDate> knownUntil(LocalDate from) {
        Optional<LocalDate> until = Optional.empty();
        for (var year : years) {
            if (year.lastDay().plusDays(LONGEST_SUMMER).isBefore(from)) {
                continue;
            }
            var joins = until.orElse(from.isAfter(year.firstDay()) ? year.firstDay() : from);
            if (joins.plusDays(LONGEST_SUMMER).isBefore(year.firstDay())) {
                return until;
            }
            until = Optional.of(year.lastDay());
        }
        return until;
    }

    /** What a date is. */
    public DayType on(LocalDate day) {
        DayType answer = DayType.OUTSIDE;
        for (var year : years) {
            var type = year.on(day);
            if (type.reason() != DayType.Reason.OUTSIDE_THE_YEAR) {
                answer = type;
            }
            if (year.contains(day)) {
                return type;
            }
        }
        return answer;
    }

    /** The dates after the first up to and with the last that {@link #countAfter} does not count, and why. */
    public List<LeftOut> leftOut(LocalDate from, LocalDate to) {
        var found = new ArrayList<LeftOut>();
        for (var day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            var type = on(day);
            if (!type.isSchoolDay()) {
                add(found, day, type);
            }
        }
        return found;
    }

    private static void add(List<LeftOut> found, LocalDate day, DayType type) {
        if (!found.isEmpty() && found.getLast().goesOnWith(day, type)) {
            found.set(found.size() - 1, found.getLast().through(day));
        } else {
            found.add(new LeftOut(day, day, 1, type.reason(), type.name()));
        }
    }

    /** How many school days there are up to and with a date. */
    private int upTo(LocalDate day) {
        int place = Arrays.binarySearch(days, epoch(day));
        return place >= 0 ? place + 1 : -place - 1;
    }

    private static int epoch(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
