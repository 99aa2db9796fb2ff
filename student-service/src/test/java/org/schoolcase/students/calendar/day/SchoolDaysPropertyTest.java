package org.schoolcase.students.calendar.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.NullMarked;

/** The sums agree with walking through the calendar day by day. */
@NullMarked
class SchoolDaysPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 3);
    private static final LocalDate LAST = LocalDate.of(2027, 6, 18);

    @Property(tries = 300)
    void countsAsAWalkDoes(
            @ForAll("plans") YearPlan plan,
            @ForAll @IntRange(max = 400) int from,
            @ForAll @IntRange(max = 400) int to) {
        var start = FIRST.minusDays(30).plusDays(from);
        var end = FIRST.minusDays(30).plusDays(to);
        int walked = 0;
        for (var day = start.plusDays(1); !day.isAfter(end); day = day.plusDays(1)) {
            walked += plan.on(day).isSchoolDay() ? 1 : 0;
        }

        assertThat(SchoolDays.of(List.of(plan)).countAfter(start, end)).isEqualTo(walked);
    }

    @Property(tries = 300)
    void findsTheDayThatTheCountEndsOn(
            @ForAll("plans") YearPlan plan,
            @ForAll @IntRange(max = 330) int from,
            @ForAll @IntRange(min = 1, max = 200) int n) {
        var days = SchoolDays.of(List.of(plan));
        var start = FIRST.plusDays(from);

        days.nthAfter(start, n)
                .ifPresentOrElse(
                        found -> {
                            assertThat(days.isSchoolDay(found)).isTrue();
                            assertThat(found).isAfter(start);
                            assertThat(days.countAfter(start, found)).isEqualTo(n);
                            assertThat(days.countAfter(start, found.minusDays(1)))
                                    .isEqualTo(n - 1);
                        },
                        () -> assertThat(days.countAfter(start, LAST)).isLessThan(n));
    }

    @Property(tries = 300)
    void accountsForEveryDate(
            @ForAll("plans") YearPlan plan,
            @ForAll @IntRange(max = 330) int from,
            @ForAll @IntRange(max = 60) int length) {
        var days = SchoolDays.of(List.of(plan));
        var start = FIRST.plusDays(from);
        var end = start.plusDays(length);
        int leftOut = days.leftOut(start, end).stream().mapToInt(LeftOut::days).sum();

        assertThat(days.countAfter(start, end) + leftOut).isEqualTo(length);
    }

    @Property(tries = 200)
    void closesAndMakesUpAsMuchAsItSays(
            @ForAll("plans") YearPlan plan,
            @ForAll @IntRange(max = 330) int from,
            @ForAll @IntRange(max = 5) int length,
            @ForAll Amendment.Kind kind) {
        var start = FIRST.plusDays(from);
        var amendment =
                new Amendment(kind, start, kind == Amendment.Kind.CHANGE_END ? start : start.plusDays(length), "test");

        if (amendment.applyTo(plan) instanceof Amendment.Outcome.Amended(var after, var removed, var added)) {
            assertThat(after.schoolDays().size()).isEqualTo(plan.schoolDays().size() - removed + added);
            assertThat(plan.schoolDays().stream()
                            .filter(d -> !after.schoolDays().contains(d)))
                    .hasSize(removed);
        }
    }

    @Provide
    Arbitrary<YearPlan> plans() {
        var days = Arbitraries.integers().between(0, 319).map(FIRST::plusDays);
        var off = Combinators.combine(days, Arbitraries.integers().between(0, 14))
                .as((from, more) -> new NoSchool(from, from.plusDays(more), NoSchool.Kind.BREAK, "break"));
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.class).list().uniqueElements().ofMinSize(1),
                        off.list().ofMaxSize(8),
                        days.list().uniqueElements().ofMaxSize(5),
                        days.list().uniqueElements().ofMaxSize(5))
                .as((weekdays, breaks, makeUp, early) ->
                        new YearPlan(FIRST, LAST, weekdays, breaks, makeUp, early, List.of()));
    }
}
