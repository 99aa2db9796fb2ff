package org.schoolcase.students.calendar.day;

import java.time.LocalDate;

/** Days without school inside a year, the last one included, and why. */
public record NoSchool(LocalDate from, LocalDate to, Kind kind, String name) {

    /** Why there is no school. None of these days is a school day (34 CFR 300.11(c)(1)). */
    public enum Kind {
        HOLIDAY,
        BREAK,
        STAFF_DAY,
        CLOSURE
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
