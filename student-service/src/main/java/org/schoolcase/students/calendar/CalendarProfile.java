package org.schoolcase.students.calendar;

import java.util.List;
import java.util.UUID;
import org.schoolcase.students.calendar.day.YearPlan;

/** What the other services need to count school days as we do: payload of {@code schoolcase.calendar.state}. */
record CalendarProfile(UUID calendarId, long version, String name, List<Year> years) {

    static final String TOPIC = "schoolcase.calendar.state";
    static final String TYPE = "org.schoolcase.calendar.profile.v1";

    /** A year as it is now, for these schools, or for all that have no calendar of their own in it. */
    record Year(String year, List<UUID> schoolIds, YearPlan plan) {}

    static CalendarProfile of(CalendarRepository.Named calendar, List<CalendarYear> years) {
        return new CalendarProfile(
                calendar.id(),
                calendar.version(),
                calendar.name(),
                years.stream()
                        .map(y -> new Year(y.key().year(), y.schoolIds(), y.plan()))
                        .toList());
    }
}
