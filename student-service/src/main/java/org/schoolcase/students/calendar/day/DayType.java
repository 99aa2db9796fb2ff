package org.schoolcase.students.calendar.day;

import org.jspecify.annotations.Nullable;

/**
 * What a date is in a calendar.
 *
 * @param name what the calendar calls it, such as winter break; null where it says nothing
 */
public record DayType(Reason reason, @Nullable String name) {

    static final DayType SCHOOL = new DayType(Reason.SCHOOL_DAY, null);
    static final DayType EARLY = new DayType(Reason.EARLY_RELEASE, null);
    static final DayType OFF_WEEK = new DayType(Reason.NOT_A_SCHOOL_WEEKDAY, null);
    static final DayType OUTSIDE = new DayType(Reason.OUTSIDE_THE_YEAR, null);

    /** Why a date counts as a school day, or does not. */
    public enum Reason {
        SCHOOL_DAY,
        /** Part of a day is a school day too (34 CFR 300.11(c)(1)). */
        EARLY_RELEASE,
        NOT_A_SCHOOL_WEEKDAY,
        HOLIDAY,
        BREAK,
        STAFF_DAY,
        CLOSURE,
        SUMMER_SESSION,
        OUTSIDE_THE_YEAR
    }

    public boolean isSchoolDay() {
        return reason == Reason.SCHOOL_DAY || reason == Reason.EARLY_RELEASE;
    }
}
