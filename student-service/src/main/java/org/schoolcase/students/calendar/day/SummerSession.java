package org.schoolcase.students.calendar.day;

import java.time.LocalDate;

/** Instruction outside the year for some children only: never school days, which are the same for all (34 CFR 300.11(c)(2)). */
public record SummerSession(LocalDate from, LocalDate to, String name) {

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
