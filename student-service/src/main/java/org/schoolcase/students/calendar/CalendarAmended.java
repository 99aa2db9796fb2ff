package org.schoolcase.students.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.outbox.Event;

/** Fact: a school year that was known has changed, so days counted on it may have too. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarAmended(
        UUID calendarId,
        String year,
        long version,
        String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<UUID> schoolIds,
        int schoolDaysRemoved,
        int schoolDaysAdded,
        Instant amendedAt)
        implements Event {

    @Override
    public UUID key() {
        return calendarId;
    }

    @Override
    public String type() {
        return "org.schoolcase.student.calendar-amended.v1";
    }
}
