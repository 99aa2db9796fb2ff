package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.util.List;

/** Counts a number of days of one kind; the day of the trigger is day 0 and never counts. */
@FunctionalInterface
interface DayCount {

    /** Where a count ended, and the ranges that lead there, day 1 first. */
    record Counted(LocalDate dueOn, List<TraceRange> trace) {}

    Counted count(LocalDate dayZero, int amount, Calendar calendar);
}
