package org.schoolcase.students.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class DueDateTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);

    @Test
    void isFortyFiveDaysAfterReceipt() {
        var due = DueDate.of(RECEIVED, null);

        assertThat(due.on()).isEqualTo("2026-12-17");
        assertThat(due.citation()).isEqualTo("34 CFR 99.10(b)");
        assertThat(due.confidence()).isEqualTo("high");
    }

    @Test
    void isBeforeTheMeetingThatComesFirst() {
        var due = DueDate.of(RECEIVED, LocalDate.of(2026, 11, 20));

        assertThat(due.on()).isEqualTo("2026-11-19");
        assertThat(due.citation()).isEqualTo("34 CFR 300.613(a)");
    }

    @Test
    void aMeetingAfterThe45DaysChangesNothing() {
        assertThat(DueDate.of(RECEIVED, LocalDate.of(2026, 12, 18)).on()).isEqualTo("2026-12-17");
        assertThat(DueDate.of(RECEIVED, LocalDate.of(2026, 12, 17)).on()).isEqualTo("2026-12-16");
    }
}
