package org.schoolcase.cases.consent;

import java.time.LocalDate;
import java.util.Optional;

/** Policy: a consent is signed, then received, then recorded, each no earlier than the one before. */
final class DatesInOrder {

    /** Which field is out of order, and what is wrong with it. */
    record Fault(String pointer, String detail) {}

    private DatesInOrder() {}

    static Optional<Fault> ofConsent(LocalDate signedOn, LocalDate receivedOn, LocalDate today) {
        if (signedOn.isAfter(receivedOn)) {
            return Optional.of(new Fault("/signedOn", "Signed after it was received, " + receivedOn + "."));
        }
        if (receivedOn.isAfter(today)) {
            return Optional.of(new Fault("/receivedOn", "Received after today, " + today + " in the district."));
        }
        return Optional.empty();
    }

    static Optional<Fault> ofRevocation(LocalDate revokedOn, LocalDate receivedOn, LocalDate today) {
        if (revokedOn.isBefore(receivedOn)) {
            return Optional.of(new Fault("/revokedOn", "Revoked before it was received, " + receivedOn + "."));
        }
        if (revokedOn.isAfter(today)) {
            return Optional.of(new Fault("/revokedOn", "Revoked after today, " + today + " in the district."));
        }
        return Optional.empty();
    }
}
