package org.schoolcase.cases.deadline;

import java.time.LocalDate;

/** What kind of day a date is, for those it is counted for; a district's own calendar is one of its kinds. */
@FunctionalInterface
public interface Calendar {

    /** Whether people work on this day; used for the advisory act-by date. */
    boolean isWorkingDay(LocalDate day);
}
