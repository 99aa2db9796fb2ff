package org.schoolcase.cases.deadline;

/** The kind of day a rule counts. A rule with a unit that is not here cannot be loaded, so none is ever miscounted. */
public enum Unit {
    /** Every day, weekends and holidays too: 34 CFR 300.11(a). */
    CALENDAR;

    DayCount dayCount() {
        return switch (this) {
            case CALENDAR -> new CalendarDays();
        };
    }
}
