package org.schoolcase.cases.deadline;

import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.day.Holidays;
import org.schoolcase.cases.deadline.day.SchoolCalendar;

/**
 * What a count stands on besides the law: the school's calendar, the district's own policy and readings.
 *
 * @param holidays other holidays than the jurisdiction's; null for those
 */
public record Ground(SchoolCalendar school, @Nullable Holidays holidays, LocalPolicy policy, Settings settings) {

    public static final Ground BARE = new Ground(SchoolCalendar.NONE, null, LocalPolicy.NONE, Settings.DEFAULT);

    public static Ground of(SchoolCalendar school) {
        return new Ground(school, null, LocalPolicy.NONE, Settings.DEFAULT);
    }
}
