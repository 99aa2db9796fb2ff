package org.schoolcase.cases.consent;

import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Tells the suite what a rights holder decided: GIVEN, REFUSED or REVOKED, and when. */
record ConsentRecorded(
        UUID caseId, UUID studentId, UUID consentId, ConsentKind kind, Decision decision, LocalDate decidedOn)
        implements Event {

    /** The decision as the suite hears it. */
    enum Decision {
        GIVEN,
        REFUSED,
        REVOKED
    }

    static ConsentRecorded received(Consent consent, UUID studentId) {
        var decision =
                switch (consent.decision()) {
                    case GIVEN -> Decision.GIVEN;
                    case REFUSED -> Decision.REFUSED;
                };
        return new ConsentRecorded(
                consent.caseId(), studentId, consent.id(), consent.kind(), decision, consent.receivedOn());
    }

    static ConsentRecorded revoked(Consent consent, UUID studentId, LocalDate on) {
        return new ConsentRecorded(consent.caseId(), studentId, consent.id(), consent.kind(), Decision.REVOKED, on);
    }

    @Override
    public UUID key() {
        return caseId;
    }

    @Override
    public String type() {
        return "org.schoolcase.case.consent-recorded.v1";
    }
}
