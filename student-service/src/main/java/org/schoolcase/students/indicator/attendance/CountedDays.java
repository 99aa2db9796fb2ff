package org.schoolcase.students.indicator.attendance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.schoolcase.students.calendar.day.SchoolDays;
import org.schoolcase.students.indicator.rule.Evaluation.Outcome;
import org.schoolcase.students.indicator.rule.Facts;
import org.schoolcase.students.indicator.rule.Facts.Span;

/**
 * Policy: the days of a student that count as enrolled and as absent where absences alone are delivered. Enrolled are the
 * school days of each stay that the source covers, and the days that another source delivered one by one.
 */
final class CountedDays {

    /** Percent of a day from which it counts as absent, FS195. */
    private static final int ABSENT = 50;

    /** Days of a stay that a source covers, with the calendar of its school. */
    record Stretch(Span span, Optional<SchoolDays> calendar) {

        boolean isKnown() {
            return calendar.filter(days -> days.knows(span.from(), span.to())).isPresent();
        }
    }

    /** What was delivered of a day; everyday: by a source of all days. */
    record Day(LocalDate on, int missed, boolean everyday) {

        boolean isAbsence() {
            return missed >= ABSENT;
        }
    }

    private final TreeSet<LocalDate> enrolled = new TreeSet<>();
    private final TreeSet<LocalDate> absent = new TreeSet<>();
    private final List<LocalDate> bounds = new ArrayList<>();

    private CountedDays() {}

    /**
     * @param stretches the days that count, clipped to the days looked at
     * @param covered first and last day of which the source says that it has all absences
     */
    static Optional<Outcome> fault(List<Stretch> stretches, Span covered, List<Day> days) {
        if (stretches.stream().anyMatch(stretch -> !stretch.isKnown())) {
            return Optional.of(Outcome.NO_CALENDAR);
        }
        var counted = of(stretches, days);
        boolean disagrees = days.stream()
                .filter(day -> day.isAbsence() && !day.everyday())
                .filter(day -> !day.on().isBefore(covered.from()) && !day.on().isAfter(covered.to()))
                .anyMatch(day -> !counted.enrolled.contains(day.on()));
        if (disagrees) {
            return Optional.of(Outcome.CALENDAR_DISAGREES);
        }
        return counted.enrolled.isEmpty() ? Optional.of(Outcome.NOT_COVERED) : Optional.empty();
    }

    static CountedDays of(List<Stretch> stretches, List<Day> days) {
        var counted = new CountedDays();
        stretches.forEach(counted::enrol);
        days.stream().filter(Day::everyday).forEach(day -> {
            counted.enrolled.add(day.on());
            counted.bounds.add(day.on());
        });
        days.stream()
                .filter(day -> day.isAbsence() && counted.enrolled.contains(day.on()))
                .forEach(day -> counted.absent.add(day.on()));
        return counted;
    }

    private void enrol(Stretch stretch) {
        bounds.add(stretch.span().from());
        bounds.add(stretch.span().to());
        var calendar = stretch.calendar().orElseThrow();
        for (var day = stretch.span().from(); !day.isAfter(stretch.span().to()); day = day.plusDays(1)) {
            if (calendar.isSchoolDay(day)) {
                enrolled.add(day);
            }
        }
    }

    /** The sums from a date on. */
    Facts.Attendance since(LocalDate from) {
        int days = enrolled.tailSet(from, true).size();
        if (days == 0) {
            return Facts.Attendance.unknown(Outcome.NOT_COVERED);
        }
        var first = bounds.stream().min(Comparator.naturalOrder()).orElseThrow();
        var last = bounds.stream().max(Comparator.naturalOrder()).orElseThrow();
        return new Facts.Attendance(
                days, absent.tailSet(from, true).size(), new Span(first.isBefore(from) ? from : first, last), null);
    }
}
