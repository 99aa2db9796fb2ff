package org.schoolcase.notifications.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RightsSpanTest {

    private static final LocalDate MAJORITY = LocalDate.parse("2026-06-15");

    private final UUID mother = UUID.randomUUID();

    @Test
    void passesFromWhoHeldThemOnTheDayBefore() {
        assertThat(passedFromMother(span("2020-01-01", "2026-06-14"))).isTrue();
        assertThat(passedFromMother(span(null, "2026-06-14"))).isTrue();
        assertThat(passedFromMother(span("2026-06-14", null))).isTrue();
    }

    @Test
    void doesNotPassFromWhoHadLostThemBeforeOrGotThemSince() {
        assertThat(passedFromMother(span(null, "2026-06-13"))).isFalse();
        assertThat(passedFromMother(span("2026-06-15", null))).isFalse();
        assertThat(RightsSpan.passedFrom(mother, null, MAJORITY)).isFalse();
        assertThat(RightsSpan.passedFrom(mother, List.of(), MAJORITY)).isFalse();
    }

    @Test
    void passesFromHerThoughHerDaysAndTheStudentsAreInPieces() {
        var held = List.of(
                span(null, "2026-01-31"),
                span("2026-02-01", "2026-06-14"),
                new RightsSpan(null, MAJORITY, MAJORITY.plusDays(4)),
                new RightsSpan(null, MAJORITY.plusDays(5), null));

        var since = RightsSpan.since(null, held, MAJORITY.plusDays(60));

        assertThat(since).isEqualTo(MAJORITY);
        assertThat(RightsSpan.passedFrom(mother, held, MAJORITY)).isTrue();
    }

    private boolean passedFromMother(RightsSpan hers) {
        return RightsSpan.passedFrom(mother, List.of(hers, new RightsSpan(null, MAJORITY, null)), MAJORITY);
    }

    private RightsSpan span(@Nullable String from, @Nullable String to) {
        return new RightsSpan(
                mother, from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
