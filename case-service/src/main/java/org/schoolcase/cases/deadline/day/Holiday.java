package org.schoolcase.cases.deadline.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A public holiday as law says it.
 *
 * @param name as a trace says it, with the source
 */
public record Holiday(String name, When when, Observed observed, Years years) {

    /** The days on which it is observed in these years; one may lie in the year before (New Year's Day). */
    Stream<LocalDate> between(int firstYear, int lastYear) {
        return IntStream.rangeClosed(firstYear, lastYear)
                .filter(years::hold)
                .mapToObj(year -> observed.dayFor(when.in(year)));
    }

    /** On which day it lies. */
    public sealed interface When {
        LocalDate in(int year);
    }

    /** The same date each year. */
    public record OnDate(MonthDay date) implements When {
        @Override
        public LocalDate in(int year) {
            return date.atYear(year);
        }
    }

    /** The n-th such weekday of a month, the last one for -1, or a number of days after it. */
    public record OnWeekday(int month, DayOfWeek weekday, int nth, int daysAfter) implements When {
        @Override
        public LocalDate in(int year) {
            return YearMonth.of(year, month)
                    .atDay(1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday))
                    .plusDays(daysAfter);
        }
    }

    /** A number of days before Easter Sunday, two for Good Friday. */
    public record BeforeEaster(int days) implements When {
        @Override
        public LocalDate in(int year) {
            return easter(year).minusDays(days);
        }

        /** The Gregorian reckoning, as Meeus gives it. */
        private static LocalDate easter(int year) {
            int a = year % 19;
            int b = year / 100;
            int c = year % 100;
            int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
            int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
            int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
            return LocalDate.of(year, f / 31, f % 31 + 1);
        }
    }

    /** What becomes of it on a weekend. */
    public enum Observed {
        /** On a Saturday the Friday before, on a Sunday the Monday after: 5 USC 6103(b). */
        NEAREST_WEEKDAY,
        /** On a Sunday the Monday after; a Saturday is not made up for. */
        MONDAY_AFTER_SUNDAY,
        /** It is not made up for. */
        NOT_MOVED;

        LocalDate dayFor(LocalDate day) {
            return switch (day.getDayOfWeek()) {
                case SATURDAY -> this == NEAREST_WEEKDAY ? day.minusDays(1) : day;
                case SUNDAY -> this == NOT_MOVED ? day : day.plusDays(1);
                default -> day;
            };
        }
    }

    /**
     * The years in which it is a holiday.
     *
     * @param every 2 for those divisible by two, as general elections are, 4 for presidential ones; 1 for each
     */
    public record Years(int since, int until, int every) {
        boolean hold(int year) {
            return year >= since && year <= until && year % every == 0;
        }
    }
}
