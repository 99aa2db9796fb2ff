package org.schoolcase.cases.deadline;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * Another limit for what happens shortly before the school year ends.
 *
 * @param event whose distance to the last day of school is looked at
 * @param unit school or calendar days of that distance
 * @param unlessAbsences the clause does not hold for a student with so many absences; null when it holds for all
 * @param fixedDate the limit is this date of the year's end
 */
record EndOfYear(
        LawEvent event,
        Unit unit,
        int atLeast,
        int atMost,
        @Nullable Integer unlessAbsences,
        From from,
        @Nullable MonthDay fixedDate,
        Offset offset,
        String citation) {

    /** From which day the other limit runs. */
    enum From {
        LAST_DAY,
        NEXT_FIRST_DAY
    }
}
