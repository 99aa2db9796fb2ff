package org.schoolcase.cases.deadline.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One school year as the district planned it; early releases are school days like others, summer sessions never are.
 *
 * @param makeUpDays school days whatever the week and the breaks say
 */
public record SchoolYear(
        LocalDate firstDay,
        LocalDate lastDay,
        Set<DayOfWeek> weekdays,
        List<NoSchool> noSchool,
        Set<LocalDate> makeUpDays) {

    public static final Set<DayOfWeek> MONDAY_TO_FRIDAY =
            Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    public SchoolYear {
        weekdays = Set.copyOf(weekdays);
        noSchool = List.copyOf(noSchool);
        makeUpDays = Set.copyOf(makeUpDays);
    }

    /** Days on which all children attend for instruction, 34 CFR 300.11(c). */
    boolean isSchoolDay(LocalDate day) {
        return makeUpDays.contains(day) || (isOfTheWeek(day) && closure(day).isEmpty());
    }

    boolean isOfTheWeek(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek());
    }

    Optional<NoSchool> closure(LocalDate day) {
        return noSchool.stream().filter(it -> it.covers(day)).findFirst();
    }

    /** Whether the day is missed for a holiday or break, and not for staff, snow or repairs alone. */
    boolean isVacation(LocalDate day) {
        return noSchool.stream().anyMatch(it -> it.covers(day) && it.kind().isVacation());
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    Stream<LocalDate> schoolDays() {
        return firstDay.datesUntil(lastDay.plusDays(1)).filter(this::isSchoolDay);
    }
}
