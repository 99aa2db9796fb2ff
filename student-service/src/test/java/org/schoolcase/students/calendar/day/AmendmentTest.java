package org.schoolcase.students.calendar.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.students.calendar.day.Amendment.Kind;
import org.schoolcase.students.calendar.day.Amendment.Outcome.Amended;
import org.schoolcase.students.calendar.day.Amendment.Outcome.Refused;

@NullMarked
class AmendmentTest {

    private final YearPlan plan = CalendarA.years().getFirst();

    @Test
    void closesASchoolDayAndMakesItUpOnASaturday() {
        var closed = amended(plan, Kind.CLOSE, "2027-01-20");
        assertThat(closed.removed()).isEqualTo(1);
        assertThat(closed.plan().on(LocalDate.parse("2027-01-20")))
                .isEqualTo(new DayType(DayType.Reason.CLOSURE, "Snow"));

        var madeUp = amended(closed.plan(), Kind.MAKE_UP, "2027-01-23");
        assertThat(madeUp.added()).isEqualTo(1);
        assertThat(madeUp.plan().schoolDays()).hasSize(178);
    }

    @Test
    void closesAMakeUpDayAgain() {
        var madeUp = amended(plan, Kind.MAKE_UP, "2027-01-23").plan();

        assertThat(amended(madeUp, Kind.CLOSE, "2027-01-23").plan().schoolDays())
                .isEqualTo(plan.schoolDays());
    }

    @Test
    void letsADayThatEndsEarlyCount() {
        var early = amended(plan, Kind.EARLY_RELEASE, "2026-11-24");

        assertThat(early.removed() + early.added()).isZero();
        assertThat(early.plan().on(LocalDate.parse("2026-11-24")).reason()).isEqualTo(DayType.Reason.EARLY_RELEASE);
    }

    @Test
    void changesTheEnd() {
        assertThat(amended(plan, Kind.CHANGE_END, "2027-06-15").added()).isEqualTo(2);
        assertThat(amended(plan, Kind.CHANGE_END, "2027-06-09").removed()).isEqualTo(2);
    }

    @Test
    void refusesWhatChangesNothing() {
        assertThat(code(Kind.CLOSE, "2026-11-26")).isEqualTo("amendment.no-school-day");
        assertThat(code(Kind.MAKE_UP, "2027-01-20")).isEqualTo("amendment.already-school-day");
        assertThat(code(Kind.MAKE_UP, "2027-06-14")).isEqualTo("amendment.outside-year");
        assertThat(code(Kind.EARLY_RELEASE, "2027-01-23")).isEqualTo("amendment.no-school-day");
        assertThat(code(Kind.CHANGE_END, "2027-06-11")).isEqualTo("amendment.end-unchanged");
        assertThat(code(Kind.CHANGE_END, "2026-08-01")).isEqualTo("amendment.outside-year");
    }

    @Test
    void neverCountsASummerSession() {
        var session = new SummerSession(LocalDate.parse("2027-06-21"), LocalDate.parse("2027-07-23"), "ESY");
        var withSummer = new YearPlan(
                plan.firstDay(),
                plan.lastDay(),
                plan.weekdays(),
                plan.noSchool(),
                List.of(),
                List.of(),
                List.of(session));

        assertThat(withSummer.on(LocalDate.parse("2027-06-22")).reason()).isEqualTo(DayType.Reason.SUMMER_SESSION);
        assertThat(withSummer.schoolDays()).hasSize(178);
    }

    @Test
    void findsTheFaultsOfAPlan() {
        assertThat(PlanCheck.faults(plan, 2026)).isEmpty();
        assertThat(PlanCheck.faults(plan, 2027))
                .extracting(PlanCheck.Fault::code)
                .containsExactly("year.name");
        var outside = new YearPlan(
                plan.firstDay(),
                plan.lastDay(),
                plan.weekdays(),
                List.of(new NoSchool(plan.lastDay(), plan.lastDay().plusDays(1), NoSchool.Kind.BREAK, "x")),
                List.of(plan.lastDay().plusDays(1)),
                List.of(LocalDate.parse("2027-01-23")),
                List.of(new SummerSession(plan.lastDay(), plan.lastDay(), "x")));
        assertThat(PlanCheck.faults(outside, 2026))
                .extracting(PlanCheck.Fault::pointer)
                .containsExactly("/noSchool/0", "/makeUpDays/0", "/earlyRelease/0", "/summerSessions/0");
    }

    private static Amended amended(YearPlan plan, Kind kind, String day) {
        return (Amended) amendment(kind, day).applyTo(plan);
    }

    private String code(Kind kind, String day) {
        return ((Refused) amendment(kind, day).applyTo(plan)).code();
    }

    private static Amendment amendment(Kind kind, String day) {
        return new Amendment(kind, LocalDate.parse(day), LocalDate.parse(day), "Snow");
    }
}
