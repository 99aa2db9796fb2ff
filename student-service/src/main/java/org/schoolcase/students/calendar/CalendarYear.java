package org.schoolcase.students.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.calendar.day.YearPlan;

/** One version of a school year of a calendar, with what made it. */
record CalendarYear(Key key, long version, List<UUID> schoolIds, YearPlan plan, Origin origin) {

    /** Which year of which calendar. */
    record Key(UUID calendarId, String year) {

        /** Calendar year in which it begins by its name; the name has been checked. */
        int startYear() {
            return Integer.parseInt(year.substring(0, 4));
        }

        boolean isWellNamed() {
            return (startYear() + 1) % 100 == Integer.parseInt(year.substring(5));
        }
    }

    /** What made a version: PLANNED, REPLACED, or the kind of an amendment with its days and reason. */
    record Origin(
            String change,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String reason,
            Instant recordedAt) {}

    CalendarYear next(List<UUID> nextSchools, YearPlan nextPlan, Origin nextOrigin) {
        return new CalendarYear(key, version + 1, nextSchools, nextPlan, nextOrigin);
    }

    boolean isForAllSchools() {
        return schoolIds.isEmpty();
    }
}
