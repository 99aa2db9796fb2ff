package org.schoolcase.cases.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DatesInOrderTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-09-14");

    @Test
    void acceptsAllOnOneDay() {
        assertThat(DatesInOrder.ofConsent(TODAY, TODAY, TODAY)).isEmpty();
        assertThat(DatesInOrder.ofRevocation(TODAY, TODAY, TODAY)).isEmpty();
    }

    @Test
    void refusesASignatureAfterReceipt() {
        assertThat(DatesInOrder.ofConsent(TODAY, TODAY.minusDays(1), TODAY))
                .hasValueSatisfying(fault -> assertThat(fault.pointer()).isEqualTo("/signedOn"));
    }

    @Test
    void refusesAReceiptAfterToday() {
        assertThat(DatesInOrder.ofConsent(TODAY, TODAY.plusDays(1), TODAY))
                .hasValueSatisfying(fault -> assertThat(fault.pointer()).isEqualTo("/receivedOn"));
    }

    @Test
    void refusesARevocationBeforeReceiptOrAfterToday() {
        assertThat(DatesInOrder.ofRevocation(TODAY.minusDays(1), TODAY, TODAY)).isPresent();
        assertThat(DatesInOrder.ofRevocation(TODAY.plusDays(1), TODAY, TODAY)).isPresent();
    }
}
