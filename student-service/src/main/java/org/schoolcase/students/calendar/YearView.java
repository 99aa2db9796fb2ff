package org.schoolcase.students.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.calendar.day.YearPlan;

/**
 * One version of a school year.
 *
 * @param schoolDays how many school days it has (34 CFR 300.11(c))
 * @param change what made this version: PLANNED, REPLACED, CLOSE, MAKE_UP, EARLY_RELEASE or CHANGE_END
 */
record YearView(
        UUID calendarId,
        String year,
        long version,
        List<UUID> schoolIds,
        YearPlan plan,
        int schoolDays,
        String change,
        @Nullable LocalDate changeFrom,
        @Nullable LocalDate changeTo,
        @Nullable String reason,
        Instant recordedAt) {

    static YearView of(CalendarYear year) {
        var origin = year.origin();
        return new YearView(
                year.key().calendarId(),
                year.key().year(),
                year.version(),
                year.schoolIds(),
                year.plan(),
                year.plan().schoolDays().size(),
                origin.change(),
                origin.from(),
                origin.to(),
                origin.reason(),
                origin.recordedAt());
    }
}
