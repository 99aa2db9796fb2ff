package org.schoolcase.students.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcase.students.pull.Position.Through;

class PositionTest {

    private static final Instant EIGHT = Instant.parse("2026-11-02T08:00:00Z");
    private static final Instant NINE = EIGHT.plusSeconds(3_600);
    private static final Instant TEN = NINE.plusSeconds(3_600);

    @Test
    void readsAllWhereNothingWasReadYet() {
        assertThat(Position.after(List.of())).isEqualTo(new Position(null, null, null));
    }

    @Test
    void goesOnWhereTheLastRunBegan() {
        assertThat(Position.after(List.of(clean(EIGHT, NINE), keptOut(null, EIGHT, null))))
                .isEqualTo(new Position(NINE, null, null));
    }

    @Test
    void readsAnIncrementOnceMoreThatKeptRowsOut() {
        var last = keptOut(EIGHT, NINE, null);

        assertThat(Position.after(List.of(last, clean(null, EIGHT)))).isEqualTo(new Position(EIGHT, last.id(), null));
    }

    @Test
    void readsAllOnceMoreAfterARunOfAllThatKeptRowsOut() {
        var first = keptOut(null, EIGHT, null);
        assertThat(Position.after(List.of(first))).isEqualTo(new Position(null, first.id(), null));

        var again = keptOut(null, NINE, null);
        assertThat(Position.after(List.of(again, clean(null, EIGHT)))).isEqualTo(new Position(null, again.id(), null));
    }

    @Test
    void readsNothingForEver() {
        var first = keptOut(null, EIGHT, null);
        var second = keptOut(null, NINE, first.id());
        var third = keptOut(EIGHT, TEN, second.id());

        assertThat(Position.after(List.of(second, first))).isEqualTo(new Position(EIGHT, second.id(), second.id()));
        assertThat(Position.after(List.of(third, second))).isEqualTo(new Position(NINE, third.id(), third.id()));
    }

    private static Through clean(@Nullable Instant since, Instant until) {
        return new Through(UUID.randomUUID(), since, until, false, null);
    }

    private static Through keptOut(@Nullable Instant since, Instant until, @Nullable UUID repeats) {
        return new Through(UUID.randomUUID(), since, until, true, repeats);
    }
}
