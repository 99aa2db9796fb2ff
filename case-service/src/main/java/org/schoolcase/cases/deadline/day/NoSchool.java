package org.schoolcase.cases.deadline.day;

import java.time.LocalDate;

/** Days of a school year without school, both ends included, and what they are called. */
public record NoSchool(LocalDate from, LocalDate to, Kind kind, String name) {

    /** Why there is no school; law treats vacations and closures apart. */
    public enum Kind {
        HOLIDAY,
        BREAK,
        STAFF_DAY,
        CLOSURE;

        boolean isVacation() {
            return this == HOLIDAY || this == BREAK;
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
