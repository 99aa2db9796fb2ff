package org.schoolcase.students.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.calendar.day.SchoolDays;

/** Policy: which year of which calendar holds for a school on a date. */
@ApplicationScoped
public class AppliedCalendars {

    /** The dates of a school year that holds. */
    public record Span(String year, LocalDate firstDay, LocalDate lastDay) {}

    private final CalendarRepository calendars;

    AppliedCalendars(CalendarRepository calendars) {
        this.calendars = calendars;
    }

    /** The span of the year that holds for a school (null: for the district) on a date; empty when none is entered. */
    public Optional<Span> span(@Nullable UUID schoolId, LocalDate on) {
        return find(schoolId, on)
                .map(year -> new Span(
                        year.key().year(), year.plan().firstDay(), year.plan().lastDay()));
    }

    /** The school days of the year that holds for a school (null: for the district) on a date; empty when none is entered. */
    public Optional<SchoolDays> schoolDays(@Nullable UUID schoolId, LocalDate on) {
        return find(schoolId, on).map(year -> SchoolDays.of(List.of(year.plan())));
    }

    Optional<CalendarYear> find(@Nullable UUID schoolId, LocalDate on) {
        return choose(calendars.yearsFor(schoolId), on);
    }

    /** The latest year that has begun by then, else the first to come; in one year the school's own before the district's. */
    static Optional<CalendarYear> choose(List<CalendarYear> candidates, LocalDate on) {
        var byName = new TreeMap<String, CalendarYear>();
        candidates.forEach(
                year -> byName.merge(year.key().year(), year, (one, other) -> one.isForAllSchools() ? other : one));
        var inOrder = byName.values().stream()
                .sorted(Comparator.comparing(year -> year.plan().firstDay()))
                .toList();
        return inOrder.reversed().stream()
                .filter(year -> !year.plan().firstDay().isAfter(on))
                .findFirst()
                .or(() -> inOrder.stream().findFirst());
    }
}
