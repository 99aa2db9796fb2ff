package org.schoolcase.cases.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.NotComputed;

/** What holds for every date and jurisdiction. */
class DeadlinePropertyTest {

    private static final RuleBook RULES = RuleBook.load();
    private static final DeadlineEngine ENGINE = new DeadlineEngine(RULES);

    @Property
    void aLaterTriggerIsNeverDueEarlier(
            @ForAll("jurisdictions") String jurisdiction,
            @ForAll("days") LocalDate day,
            @ForAll @IntRange(max = 400) int later) {
        if (compute(jurisdiction, day) instanceof Due first
                && compute(jurisdiction, day.plusDays(later)) instanceof Due second) {
            assertThat(second.dueOn()).isAfterOrEqualTo(first.dueOn());
        }
    }

    @Property
    void theTraceRecountsToTheDueDate(@ForAll("jurisdictions") String jurisdiction, @ForAll("days") LocalDate day) {
        if (compute(jurisdiction, day) instanceof Due due) {
            var next = day;
            var counted = 0;
            for (var range : due.trace()) {
                assertThat(range.from()).isEqualTo(next);
                var length = ChronoUnit.DAYS.between(range.from(), range.to()) + 1;
                assertThat((long) range.count()).isEqualTo(range.counted() ? length : 0);
                counted += range.count();
                next = range.to().plusDays(1);
            }
            assertThat(next.minusDays(1)).isEqualTo(due.dueOn());
            assertThat(due.trace().getFirst().counted()).isFalse();
            assertThat(counted).isIn(60, 90);
        }
    }

    @Property
    void neverActsLaterThanDueNorOnAWeekend(@ForAll("days") LocalDate day) {
        if (compute("US", day) instanceof Due due && due.actBy() != null) {
            assertThat(new Weekdays().isWorkingDay(due.dueOn())).isFalse();
            assertThat(due.actBy()).isBefore(due.dueOn()).isAfter(due.dueOn().minusDays(3));
            assertThat(new Weekdays().isWorkingDay(due.actBy())).isTrue();
        }
    }

    @Property
    void everyJurisdictionAnswersEveryStep(
            @ForAll("jurisdictions") String jurisdiction, @ForAll Step step, @ForAll("days") LocalDate day) {
        var answer = ENGINE.compute(jurisdiction, step, Facts.of(LawEvent.CONSENT_RECEIVED, day), new Weekdays());

        assertThat(answer.jurisdiction()).isEqualTo(jurisdiction);
        if (answer instanceof NotComputed none) {
            assertThat(none.citation()).isNotBlank();
            assertThat(none.reason()).isNotBlank();
        }
    }

    private static Answer compute(String jurisdiction, LocalDate day) {
        return ENGINE.compute(
                jurisdiction, Step.INITIAL_EVALUATION, Facts.of(LawEvent.CONSENT_RECEIVED, day), new Weekdays());
    }

    @Provide
    Arbitrary<String> jurisdictions() {
        return Arbitraries.of(RULES.jurisdictions());
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, 365 * 40).map(days -> LocalDate.of(2007, 1, 1)
                .plusDays(days));
    }
}
