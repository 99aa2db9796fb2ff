package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import org.schoolcase.cases.deadline.day.SchoolCalendar;

/** Counts of disciplinary removals in school days, 34 CFR 300.530 and 300.536; a person decides on patterns. */
public record Removals(int consecutiveDays, int daysOfTheYear) {

    private static final int LIMIT = 10;

    /** The last day of a removal of so many school days, of which the first one served is day 1. */
    public static LocalDate lastDay(SchoolCalendar school, LocalDate first, int schoolDays) {
        var before = Math.toIntExact(first.toEpochDay()) - 1;
        return LocalDate.ofEpochDay(school.schoolDays().nthAfter(before, schoolDays));
    }

    /** More than ten consecutive school days are a change of placement, 34 CFR 300.536(a)(1). */
    public boolean isChangeOfPlacement() {
        return consecutiveDays > LIMIT;
    }

    /** From the eleventh school day of the year on the student gets services, 34 CFR 300.530(d). */
    public boolean owesServices() {
        return daysOfTheYear > LIMIT;
    }

    /** Removals that together exceed ten school days may form a pattern, 34 CFR 300.536(a)(2); a person judges. */
    public boolean asksForPatternReview() {
        return daysOfTheYear > LIMIT && !isChangeOfPlacement();
    }
}
