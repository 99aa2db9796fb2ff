package org.schoolcase.students.indicator.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.students.calendar.day.SchoolDays;
import org.schoolcase.students.calendar.day.YearPlan;
import org.schoolcase.students.indicator.attendance.CountedDays.Day;
import org.schoolcase.students.indicator.attendance.CountedDays.Stretch;
import org.schoolcase.students.indicator.rule.Evaluation.Outcome;
import org.schoolcase.students.indicator.rule.Facts.Span;

@NullMarked
class CountedDaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 7);
    private static final SchoolDays CALENDAR = SchoolDays.of(List.of(new YearPlan(
            MONDAY,
            LocalDate.of(2027, 5, 28),
            List.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)),
            List.of(),
            List.of(),
            List.of(),
            List.of())));

    @Test
    void countsTheSchoolDaysThatAreCovered() {
        var days = CountedDays.of(List.of(week(0, 13)), List.of(absence(1), absence(8)));

        var all = days.since(MONDAY);
        assertThat(all.enrolledDays()).isEqualTo(10);
        assertThat(all.absentDays()).isEqualTo(2);
        assertThat(all.counted()).isEqualTo(span(0, 13));
        var later = days.since(MONDAY.plusDays(7));
        assertThat(later.enrolledDays()).isEqualTo(5);
        assertThat(later.absentDays()).isEqualTo(1);
        assertThat(days.since(MONDAY.plusDays(14)).unknown()).isEqualTo(Outcome.NOT_COVERED);
    }

    @Test
    void countsADayOnceThoughTwoSchoolsOrASourceOfAllDaysHaveItToo() {
        var days = CountedDays.of(
                List.of(week(0, 8), week(7, 11)),
                List.of(new Day(MONDAY, 0, true), new Day(MONDAY.plusDays(5), 100, true), absence(2)));

        assertThat(days.since(MONDAY).enrolledDays()).isEqualTo(11);
        assertThat(days.since(MONDAY).absentDays()).isEqualTo(2);
    }

    @Test
    void aPartOfADayIsNoAbsence() {
        var days = List.of(new Day(MONDAY, 49, false), new Day(MONDAY.plusDays(1), 50, false));

        assertThat(CountedDays.of(List.of(week(0, 4)), days).since(MONDAY).absentDays())
                .isEqualTo(1);
    }

    @Test
    void saysNothingWhereItCannotKnow() {
        var covered = span(0, 13);
        var week = List.of(week(0, 13));
        assertThat(CountedDays.fault(week, covered, List.of(absence(1)))).isEmpty();
        assertThat(CountedDays.fault(week, covered, List.of(absence(5)))).contains(Outcome.CALENDAR_DISAGREES);
        assertThat(CountedDays.fault(week, covered, List.of(absence(14)))).isEmpty();
        assertThat(CountedDays.fault(List.of(week(7, 13)), covered, List.of(absence(1))))
                .as("before he was enrolled")
                .contains(Outcome.CALENDAR_DISAGREES);
        assertThat(CountedDays.fault(List.of(new Stretch(covered, Optional.empty())), covered, List.of()))
                .contains(Outcome.NO_CALENDAR);
        assertThat(CountedDays.fault(List.of(week(0, 300)), covered, List.of()))
                .as("beyond the calendar")
                .contains(Outcome.NO_CALENDAR);
        assertThat(CountedDays.fault(List.of(), covered, List.of())).contains(Outcome.NOT_COVERED);
    }

    private static Stretch week(int from, int to) {
        return new Stretch(span(from, to), Optional.of(CALENDAR));
    }

    private static Span span(int from, int to) {
        return new Span(MONDAY.plusDays(from), MONDAY.plusDays(to));
    }

    private static Day absence(int day) {
        return new Day(MONDAY.plusDays(day), 100, false);
    }
}
