package org.schoolcase.referrals.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.schoolcase.referrals.consent.ConsentPolicy.Flaw;

class ConsentPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);

    @Test
    void acceptsADatedLimitedConsent() {
        assertThat(ConsentPolicy.flawOf(given(TODAY, TODAY, DisclosableField.NAME), TODAY))
                .isEmpty();
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(ConsentPolicy.flawOf(given(TODAY.plusDays(1), TODAY.plusDays(9), DisclosableField.NAME), TODAY))
                .contains(Flaw.SIGNED_IN_FUTURE);
        assertThat(ConsentPolicy.flawOf(given(TODAY, null, DisclosableField.NAME), TODAY))
                .contains(Flaw.NO_END);
        assertThat(ConsentPolicy.flawOf(given(TODAY.minusDays(9), TODAY.minusDays(1), DisclosableField.NAME), TODAY))
                .contains(Flaw.OVER);
        assertThat(ConsentPolicy.flawOf(given(TODAY, TODAY.plusDays(1)), TODAY)).contains(Flaw.NO_FIELDS);
    }

    @Test
    void holdsFromTheSignatureToTheLastDay() {
        var consent = DisclosureConsent.record(
                given(TODAY, TODAY.plusDays(2), DisclosableField.NAME), Instant.EPOCH, "issuer|subject");

        assertThat(consent.isInForce(TODAY.minusDays(1))).isFalse();
        assertThat(consent.isInForce(TODAY)).isTrue();
        assertThat(consent.isInForce(TODAY.plusDays(2))).isTrue();
        assertThat(consent.isInForce(TODAY.plusDays(3))).isFalse();

        consent.revoke(Instant.EPOCH, "issuer|subject");
        assertThat(consent.isInForce(TODAY)).isFalse();
    }

    @Test
    void coversOnlyTheFieldsItNames() {
        var consent = DisclosureConsent.record(
                given(TODAY, TODAY, DisclosableField.NAME, DisclosableField.GRADE), Instant.EPOCH, "issuer|subject");

        assertThat(consent.covers(List.of(DisclosableField.GRADE))).isTrue();
        assertThat(consent.covers(List.of(DisclosableField.GRADE, DisclosableField.BIRTH_DATE)))
                .isFalse();
    }

    private static ConsentRequest given(LocalDate signedOn, @Nullable LocalDate until, DisclosableField... fields) {
        return new ConsentRequest(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Counseling",
                List.of(fields),
                signedOn,
                until,
                ConsentDecision.GIVEN);
    }
}
