package org.schoolcase.students.calendar.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@NullMarked
class SchoolDaysTest {

    private final SchoolDays days = SchoolDays.of(CalendarA.years());

    @TestFactory
    Stream<DynamicTest> answersTheWorkedCases() {
        return CalendarA.cases().stream()
                .map(c -> dynamicTest(c.id() + " " + c.convention() + " " + c.n(), () -> assertThat(
                                c.convention().equals("C1")
                                        ? days.nthAfter(c.from(), c.n())
                                        : days.nthFrom(c.from(), c.n()))
                        .contains(c.expected())));
    }

    @Test
    void hasAsManySchoolDaysAsTheFixtureSays() {
        assertThat(CalendarA.years().getFirst().schoolDays()).hasSize(178);
        assertThat(days.countWithin(date("2026-09-01"), date("2027-06-11"))).isEqualTo(178);
        assertThat(days.countAfter(date("2026-09-01"), date("2027-06-11"))).isEqualTo(177);
        assertThat(days.countAfter(date("2027-06-11"), date("2026-09-01"))).isZero();
    }

    @Test
    void saysWhatItLeftOutAndWhy() {
        assertThat(days.leftOut(date("2026-12-18"), date("2027-01-04")))
                .containsExactly(
                        weekend("2026-12-19", "2026-12-20"),
                        winter("2026-12-21", "2026-12-25"),
                        weekend("2026-12-26", "2026-12-27"),
                        winter("2026-12-28", "2027-01-01"),
                        weekend("2027-01-02", "2027-01-03"));
        assertThat(days.on(date("2026-11-03")).reason()).isEqualTo(DayType.Reason.STAFF_DAY);
        assertThat(days.on(date("2027-07-01")).reason()).isEqualTo(DayType.Reason.OUTSIDE_THE_YEAR);
    }

    @Test
    void countsAcrossSummerButNotAcrossAYearThatIsNotEntered() {
        assertThat(days.nthAfter(date("2027-06-11"), 1)).contains(date("2027-09-01"));
        assertThat(days.knownUntil(date("2026-10-01"))).contains(date("2028-06-09"));

        var hole = SchoolDays.of(
                List.of(CalendarA.years().getFirst(), shifted(CalendarA.years().getFirst(), 2)));
        assertThat(hole.nthAfter(date("2027-06-10"), 1)).contains(date("2027-06-11"));
        assertThat(hole.nthAfter(date("2027-06-11"), 1)).isEmpty();
        assertThat(hole.knownUntil(date("2026-10-01"))).contains(date("2027-06-11"));
        assertThat(hole.knows(date("2026-10-01"), date("2027-06-12"))).isFalse();
    }

    @Test
    void doesNotGuessBeyondItsEndOrLongBeforeItsBeginning() {
        assertThat(days.nthAfter(date("2028-06-08"), 1)).contains(date("2028-06-09"));
        assertThat(days.nthAfter(date("2028-06-08"), 2)).isEmpty();
        assertThat(days.knows(date("2025-10-01"), date("2026-10-01"))).isFalse();
        assertThat(days.knows(date("2026-08-01"), date("2026-10-01"))).isTrue();
        assertThat(days.knownUntil(date("2030-01-01"))).isEmpty();
        assertThat(SchoolDays.of(List.of()).knownUntil(date("2026-10-01"))).isEmpty();
        assertThatThrownBy(() -> days.nthAfter(date("2026-10-01"), 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheLastSchoolDayToActOn() {
        assertThat(days.lastOnOrBefore(date("2027-01-03"))).contains(date("2026-12-18"));
        assertThat(days.lastOnOrBefore(date("2027-01-04"))).contains(date("2027-01-04"));
        assertThat(days.lastOnOrBefore(date("2026-08-31"))).isEmpty();
        assertThat(days.isSchoolDay(date("2026-09-07"))).isFalse();
    }

    private static YearPlan shifted(YearPlan plan, int years) {
        return new YearPlan(
                plan.firstDay().plusYears(years),
                plan.lastDay().plusYears(years),
                plan.weekdays(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static LeftOut weekend(String from, String to) {
        return new LeftOut(date(from), date(to), 2, DayType.Reason.NOT_A_SCHOOL_WEEKDAY, null);
    }

    private static LeftOut winter(String from, String to) {
        return new LeftOut(date(from), date(to), 5, DayType.Reason.BREAK, "winter break");
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
