package org.schoolcase.referrals.consent;

import java.time.LocalDate;
import java.util.Optional;

/** When a signed paper is a consent in the sense of 34 CFR 99.30: dated, limited in time, and naming the records. */
final class ConsentPolicy {

    /** Why a paper is none, with the field to correct. */
    enum Flaw {
        SIGNED_IN_FUTURE("consent.signed-in-future", "/signedOn", "The day of signature lies in the future."),
        NO_END("consent.valid-until-required", "/validUntil", "A consent that is given needs a last day."),
        OVER("consent.expired", "/validUntil", "The last day is over, or before the signature."),
        NO_FIELDS("consent.fields-required", "/fields", "A consent that is given names at least one field.");

        private final String code;
        private final String pointer;
        private final String detail;

        Flaw(String code, String pointer, String detail) {
            this.code = code;
            this.pointer = pointer;
            this.detail = detail;
        }

        String code() {
            return code;
        }

        String pointer() {
            return pointer;
        }

        String detail() {
            return detail;
        }
    }

    private ConsentPolicy() {}

    static Optional<Flaw> flawOf(ConsentRequest signed, LocalDate today) {
        if (signed.signedOn().isAfter(today)) {
            return Optional.of(Flaw.SIGNED_IN_FUTURE);
        }
        return signed.decision() == ConsentDecision.REFUSED ? Optional.empty() : flawOfGiven(signed, today);
    }

    private static Optional<Flaw> flawOfGiven(ConsentRequest signed, LocalDate today) {
        var until = signed.validUntil();
        if (until == null) {
            return Optional.of(Flaw.NO_END);
        }
        if (until.isBefore(today) || until.isBefore(signed.signedOn())) {
            return Optional.of(Flaw.OVER);
        }
        return signed.fields().isEmpty() ? Optional.of(Flaw.NO_FIELDS) : Optional.empty();
    }
}
