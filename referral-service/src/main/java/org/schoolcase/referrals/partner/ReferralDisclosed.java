package org.schoolcase.referrals.partner;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: an agency read agreed fields of a student, for the log of 34 CFR 99.32; names of fields, never values. */
record ReferralDisclosed(
        UUID disclosureId,
        UUID referralId,
        UUID studentId,
        UUID agencyId,
        UUID consentId,
        List<String> fields,
        String purpose,
        String basis,
        Instant at)
        implements Event {

    @Override
    @JsonIgnore
    public UUID key() {
        return referralId;
    }

    @Override
    @JsonIgnore
    public String type() {
        return "org.schoolcase.referral.disclosed.v1";
    }
}
