package org.schoolcase.cases.deadline.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/** When a public holiday is, each year, as law says it. */
public sealed interface Holiday {

    String name();

    /** The day on which it is observed that belongs to this year; it may lie in the year before (New Year's Day). */
    LocalDate in(int year);

    /** First year in which it was a holiday. */
    int since();

    /** The same date each year; on a Saturday observed the Friday before, on a Sunday the Monday after (5 USC 6103(b)). */
    record OnDate(String name, MonthDay date, int since) implements Holiday {
        @Override
        public LocalDate in(int year) {
            var day = date.atYear(year);
            return switch (day.getDayOfWeek()) {
                case SATURDAY -> day.minusDays(1);
                case SUNDAY -> day.plusDays(1);
                default -> day;
            };
        }
    }

    /** The n-th such weekday of a month, the last one for -1, or a number of days after it. */
    record OnWeekday(String name, int month, DayOfWeek weekday, int nth, int daysAfter, int since) implements Holiday {
        @Override
        public LocalDate in(int year) {
            return YearMonth.of(year, month)
                    .atDay(1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday))
                    .plusDays(daysAfter);
        }
    }
}
