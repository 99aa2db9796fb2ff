package org.schoolcase.referrals.consent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** A guardian gave, refused or revoked the consent to disclose to an agency. */
record DisclosureConsentRecorded(UUID consentId, UUID studentId, UUID agencyId, String decision, Instant recordedAt)
        implements Event {

    static DisclosureConsentRecorded of(DisclosureConsent consent, String decision, Instant at) {
        return new DisclosureConsentRecorded(consent.id(), consent.studentId(), consent.agencyId(), decision, at);
    }

    @Override
    @JsonIgnore
    public UUID key() {
        return consentId;
    }

    @Override
    @JsonIgnore
    public String type() {
        return "org.schoolcase.referral.disclosure-consent-recorded.v1";
    }
}
