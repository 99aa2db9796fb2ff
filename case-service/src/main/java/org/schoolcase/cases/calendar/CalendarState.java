package org.schoolcase.cases.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.deadline.day.NoSchool;
import org.schoolcase.cases.deadline.day.SchoolYear;

/** What this service reads of {@code org.schoolcase.calendar.profile.v1}; summer sessions are never school days. */
record CalendarState(UUID calendarId, long version, String name, List<Year> years) {

    /** A year of a calendar for these schools, or for all that have none of their own in it. */
    record Year(String year, List<UUID> schoolIds, Plan plan) {}

    /** Which days of the year have school; early release days do. */
    record Plan(
            LocalDate firstDay,
            LocalDate lastDay,
            Set<DayOfWeek> weekdays,
            List<NoSchool> noSchool,
            Set<LocalDate> makeUpDays) {

        SchoolYear toYear() {
            return new SchoolYear(firstDay, lastDay, weekdays, noSchool, makeUpDays);
        }
    }
}
