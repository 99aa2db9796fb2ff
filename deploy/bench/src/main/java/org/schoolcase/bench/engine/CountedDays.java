package org.schoolcase.bench.engine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.schoolcase.cases.deadline.day.NoSchool;
import org.schoolcase.cases.deadline.day.SchoolYear;

/** Two made-up school years, and the counting of their days as one would write it with java.time and a loop. */
final class CountedDays {

    static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);

    private static final List<NoSchool> CLOSED = List.of(
            off("2026-09-07", "2026-09-07", NoSchool.Kind.HOLIDAY, "Labor Day"),
            off("2026-10-12", "2026-10-12", NoSchool.Kind.HOLIDAY, "Columbus Day"),
            off("2026-11-03", "2026-11-03", NoSchool.Kind.STAFF_DAY, "staff day"),
            off("2026-11-25", "2026-11-27", NoSchool.Kind.BREAK, "Thanksgiving break"),
            off("2026-12-21", "2027-01-01", NoSchool.Kind.BREAK, "winter break"),
            off("2027-01-18", "2027-01-18", NoSchool.Kind.HOLIDAY, "Martin Luther King Jr. Day"),
            off("2027-04-05", "2027-04-09", NoSchool.Kind.BREAK, "spring break"),
            off("2027-05-31", "2027-05-31", NoSchool.Kind.HOLIDAY, "Memorial Day"));

    private final Set<LocalDate> closed = new HashSet<>();

    CountedDays() {
        CLOSED.forEach(off -> off.from().datesUntil(off.to().plusDays(1)).forEach(closed::add));
        LocalDate.of(2027, 6, 12).datesUntil(LocalDate.of(2027, 9, 1)).forEach(closed::add);
    }

    static List<SchoolYear> years() {
        return List.of(
                new SchoolYear(FIRST_DAY, LocalDate.of(2027, 6, 11), SchoolYear.MONDAY_TO_FRIDAY, CLOSED, Set.of()),
                new SchoolYear(
                        LocalDate.of(2027, 9, 1),
                        LocalDate.of(2028, 6, 9),
                        SchoolYear.MONDAY_TO_FRIDAY,
                        List.of(),
                        Set.of()));
    }

    /** The day on which so many weekdays that are not closed have gone by, or so many days of any kind. */
    LocalDate after(LocalDate start, int amount, boolean schoolDays) {
        var day = start;
        for (int left = amount; left > 0; ) {
            day = day.plusDays(1);
            if (!schoolDays || (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !closed.contains(day))) {
                left--;
            }
        }
        return day;
    }

    private static NoSchool off(String from, String to, NoSchool.Kind kind, String name) {
        return new NoSchool(LocalDate.parse(from), LocalDate.parse(to), kind, name);
    }
}
