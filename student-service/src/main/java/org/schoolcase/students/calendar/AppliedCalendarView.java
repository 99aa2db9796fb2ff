package org.schoolcase.students.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.calendar.day.DayType;
import org.schoolcase.students.calendar.day.SchoolDays;

/**
 * The calendar that holds on a date, and what that date is in it.
 *
 * @param schoolId the school it was looked up for; null for a student without one
 * @param ownOfSchools false where it is the district's calendar for all
 */
record AppliedCalendarView(
        UUID calendarId,
        String year,
        long version,
        @Nullable UUID schoolId,
        boolean ownOfSchools,
        LocalDate on,
        boolean schoolDay,
        DayType.Reason day) {

    static AppliedCalendarView of(CalendarYear year, @Nullable UUID schoolId, LocalDate on) {
        var day = SchoolDays.of(List.of(year.plan())).on(on);
        return new AppliedCalendarView(
                year.key().calendarId(),
                year.key().year(),
                year.version(),
                schoolId,
                !year.isForAllSchools(),
                on,
                day.isSchoolDay(),
                day.reason());
    }
}
