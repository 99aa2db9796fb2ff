package org.schoolcase.referrals.partner;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.referrals.referral.Referral;

/** A referral in the agency's list and in the answer to its moves: nothing of the student. */
record PartnerReferralItem(
        UUID id,
        UUID districtId,
        UUID serviceId,
        String urgency,
        String state,
        @Nullable Instant sentAt,
        long version) {

    static PartnerReferralItem of(Referral r, UUID districtId) {
        return new PartnerReferralItem(
                r.id(), districtId, r.serviceId(), r.urgency().name(), r.state().name(), r.sentAt(), r.version());
    }
}
