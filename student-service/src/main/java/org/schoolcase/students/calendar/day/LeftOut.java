package org.schoolcase.students.calendar.day;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates in a row that a count left out for one reason, the last one included. */
public record LeftOut(
        LocalDate from,
        LocalDate to,
        int days,
        DayType.Reason reason,
        @Nullable String name) {

    boolean goesOnWith(LocalDate day, DayType type) {
        return to.plusDays(1).equals(day) && reason == type.reason() && java.util.Objects.equals(name, type.name());
    }

    LeftOut through(LocalDate day) {
        return new LeftOut(from, day, days + 1, reason, name);
    }
}
