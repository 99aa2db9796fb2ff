package org.schoolcase.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.NotComputed;
import org.schoolcase.cases.deadline.day.Holidays;
import org.schoolcase.cases.deadline.day.NoSchool;
import org.schoolcase.cases.deadline.day.SchoolCalendar;
import org.schoolcase.cases.deadline.day.SchoolYear;
import org.schoolcase.cases.deadline.day.TraceRange;

/** What holds for every date, jurisdiction and school calendar. */
class DeadlinePropertyTest {

    private static final RuleBook RULES = RuleBook.load();
    private static final DeadlineEngine ENGINE = new DeadlineEngine(RULES);
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 17);
    private static final List<String> COUNTED_RULES = List.of(
            "US", "US-AZ", "US-CA", "US-FL", "US-GA", "US-IL", "US-MA", "US-MI", "US-OR", "US-PA", "US-TX", "US-WA");

    /** Four school years with breaks of any length, as a list of closures. */
    record Closures(List<NoSchool> all) {

        SchoolCalendar calendar() {
            var years = new ArrayList<SchoolYear>();
            for (var year = 2026; year < 2030; year++) {
                years.add(year(LocalDate.of(year, 8, 17), LocalDate.of(year + 1, 6, 4)));
            }
            return SchoolCalendar.of(years);
        }

        private SchoolYear year(LocalDate first, LocalDate last) {
            var inYear = all.stream()
                    .filter(it -> it.from().isAfter(first) && it.to().isBefore(last))
                    .toList();
            return new SchoolYear(first, last, SchoolYear.MONDAY_TO_FRIDAY, inYear, Set.of());
        }

        Closures and(NoSchool one) {
            var more = new ArrayList<>(all);
            more.add(one);
            return new Closures(more);
        }
    }

    @Property
    void aLaterTriggerIsNeverDueEarlier(
            @ForAll("jurisdictions") String jurisdiction,
            @ForAll("closures") Closures closures,
            @ForAll @IntRange(max = 900) int start,
            @ForAll @IntRange(max = 60) int later) {
        var ground = Ground.of(closures.calendar());
        if (evaluation(jurisdiction, FIRST.plusDays(start), ground) instanceof Due first
                && evaluation(jurisdiction, FIRST.plusDays(start + later), ground) instanceof Due second) {
            assertThat(second.dueOn()).isAfterOrEqualTo(first.dueOn());
        }
    }

    @Property
    void aClosureNeverMakesADueDateEarlier(
            @ForAll("jurisdictions") String jurisdiction,
            @ForAll("closures") Closures closures,
            @ForAll("closure") NoSchool more,
            @ForAll @IntRange(max = 900) int start) {
        var day = FIRST.plusDays(start);
        if (evaluation(jurisdiction, day, Ground.of(closures.calendar())) instanceof Due before
                && evaluation(jurisdiction, day, Ground.of(closures.and(more).calendar())) instanceof Due after) {
            assertThat(after.dueOn()).isAfterOrEqualTo(before.dueOn());
        }
    }

    @Property
    void neverLandsOnADayThatItsUnitLeavesOut(
            @ForAll("closures") Closures closures, @ForAll @IntRange(max = 900) int start) {
        var school = closures.calendar();
        var day = FIRST.plusDays(start);
        if (compute("US", Step.MANIFESTATION_DETERMINATION, LawEvent.REMOVAL_DECIDED, day, Ground.of(school))
                instanceof Due due) {
            assertThat(school.isSchoolDay(Math.toIntExact(due.dueOn().toEpochDay())))
                    .isTrue();
        }
        if (compute("US", Step.SETTLEMENT_VOID, LawEvent.SETTLEMENT_SIGNED, day, Ground.BARE) instanceof Due due) {
            assertThat(RULES.holidays("US").names()).doesNotContainKey(due.dueOn());
            assertThat(due.dueOn().getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        }
    }

    @Property
    void theTraceRecountsToTheDueDate(
            @ForAll("jurisdictions") String jurisdiction,
            @ForAll("closures") Closures closures,
            @ForAll @IntRange(max = 900) int start) {
        var school = closures.calendar();
        var day = FIRST.plusDays(start);
        if (evaluation(jurisdiction, day, Ground.of(school)) instanceof Due due) {
            var next = day;
            var counted = 0;
            for (var range : due.trace()) {
                assertThat(range.from()).isEqualTo(next);
                assertThat(range.count()).isEqualTo(recount(range, school));
                counted += range.count();
                next = range.to().plusDays(1);
            }
            assertThat(next.minusDays(1)).isEqualTo(due.dueOn());
            assertThat(due.trace().getFirst().counted()).isFalse();
            assertThat(counted).isIn(0, 14, 30, 35, 45, 60);
        }
    }

    /** What a stranger counts in the range with the calendar at hand. */
    private static int recount(TraceRange range, SchoolCalendar school) {
        if (!range.counted()) {
            return 0;
        }
        if (range.reason().startsWith("calendar days")) {
            return Math.toIntExact(ChronoUnit.DAYS.between(range.from(), range.to()) + 1);
        }
        return Math.toIntExact(range.from()
                .datesUntil(range.to().plusDays(1))
                .filter(day -> school.isSchoolDay(Math.toIntExact(day.toEpochDay())))
                .count());
    }

    @Property
    void businessDaysAgreeWithAWalk(
            @ForAll @IntRange(max = 20000) int start, @ForAll @IntRange(min = 1, max = 80) int n) {
        var holidays = RULES.holidays("US");
        var day = LocalDate.of(2000, 1, 1).plusDays(start);
        var end = LocalDate.ofEpochDay(holidays.businessDays().nthAfter(Math.toIntExact(day.toEpochDay()), n));

        assertThat(day.plusDays(1).datesUntil(end.plusDays(1)).filter(it -> isBusinessDay(it, holidays)))
                .hasSize(n);
        assertThat(isBusinessDay(end, holidays)).isTrue();
    }

    private static boolean isBusinessDay(LocalDate day, Holidays holidays) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !holidays.names().containsKey(day);
    }

    @Property
    void neverActsLaterThanDueNorWithoutSchool(
            @ForAll("closures") Closures closures, @ForAll @IntRange(max = 900) int start) {
        var school = closures.calendar();
        if (evaluation("US", FIRST.plusDays(start), Ground.of(school)) instanceof Due due && due.actBy() != null) {
            assertThat(due.actBy()).isBefore(due.dueOn()).isAfter(due.startedOn());
            if (school.covers(Math.toIntExact(due.dueOn().toEpochDay()))) {
                assertThat(school.isSchoolDay(Math.toIntExact(due.actBy().toEpochDay())))
                        .isTrue();
            }
        }
    }

    @Property
    void everyJurisdictionAnswersEveryStep(
            @ForAll("everywhere") String jurisdiction,
            @ForAll Step step,
            @ForAll LawEvent event,
            @ForAll @IntRange(max = 900) int start) {
        var answer = compute(jurisdiction, step, event, FIRST.plusDays(start), Ground.BARE);

        assertThat(answer.jurisdiction()).isEqualTo(jurisdiction);
        if (answer instanceof NotComputed none) {
            assertThat(none.reason()).isNotBlank();
        } else {
            assertThat(answer.citation()).isNotBlank();
        }
    }

    private static Answer evaluation(String jurisdiction, LocalDate day, Ground ground) {
        return compute(jurisdiction, Step.INITIAL_EVALUATION, LawEvent.CONSENT_RECEIVED, day, ground);
    }

    private static Answer compute(String jurisdiction, Step step, LawEvent event, LocalDate day, Ground ground) {
        return ENGINE.compute(jurisdiction, step, Facts.of(event, day), ground);
    }

    @Provide
    Arbitrary<String> jurisdictions() {
        return Arbitraries.of(COUNTED_RULES);
    }

    @Provide
    Arbitrary<String> everywhere() {
        return Arbitraries.of(RULES.jurisdictions());
    }

    @Provide
    Arbitrary<Closures> closures() {
        return closure().list().ofMaxSize(25).map(Closures::new);
    }

    @Provide
    Arbitrary<NoSchool> closure() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1400),
                        Arbitraries.integers().between(0, 16),
                        Arbitraries.of(NoSchool.Kind.class))
                .as((from, length, kind) ->
                        new NoSchool(FIRST.plusDays(from), FIRST.plusDays(from + length), kind, kind.name()));
    }
}
