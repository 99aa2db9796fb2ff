package org.schoolcase.cases.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The calendar of a district that has told us none: Monday to Friday. */
public final class Weekdays implements Calendar {

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }
}
