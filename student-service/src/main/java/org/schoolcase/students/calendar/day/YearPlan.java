package org.schoolcase.students.calendar.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One school year of a calendar.
 *
 * @param makeUpDays school days that the week or a break would leave out
 * @param earlyRelease school days that end early; they count like others
 */
public record YearPlan(
        LocalDate firstDay,
        LocalDate lastDay,
        List<DayOfWeek> weekdays,
        List<NoSchool> noSchool,
        List<LocalDate> makeUpDays,
        List<LocalDate> earlyRelease,
        List<SummerSession> summerSessions) {

    public YearPlan {
        weekdays = List.copyOf(weekdays);
        noSchool = List.copyOf(noSchool);
        makeUpDays = List.copyOf(makeUpDays);
        earlyRelease = List.copyOf(earlyRelease);
        summerSessions = List.copyOf(summerSessions);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** What a date is: a make-up day goes before all, the week before a break. */
    public DayType on(LocalDate day) {
        if (!contains(day)) {
            return outside(day);
        }
        if (makeUpDays.contains(day)) {
            return earlyRelease.contains(day) ? DayType.EARLY : DayType.SCHOOL;
        }
        if (!weekdays.contains(day.getDayOfWeek())) {
            return DayType.OFF_WEEK;
        }
        for (var off : noSchool) {
            if (off.contains(day)) {
                return new DayType(DayType.Reason.valueOf(off.kind().name()), off.name());
            }
        }
        return earlyRelease.contains(day) ? DayType.EARLY : DayType.SCHOOL;
    }

    private DayType outside(LocalDate day) {
        return summerSessions.stream()
                .filter(session -> session.contains(day))
                .findFirst()
                .map(session -> new DayType(DayType.Reason.SUMMER_SESSION, session.name()))
                .orElse(DayType.OUTSIDE);
    }

    /** The school days of this year, in order. */
    public List<LocalDate> schoolDays() {
        var found = new ArrayList<LocalDate>();
        for (var day = firstDay; !day.isAfter(lastDay); day = day.plusDays(1)) {
            if (on(day).isSchoolDay()) {
                found.add(day);
            }
        }
        return found;
    }
}
