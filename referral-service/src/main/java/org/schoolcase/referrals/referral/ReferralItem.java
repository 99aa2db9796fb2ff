package org.schoolcase.referrals.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A referral in the school's list. */
record ReferralItem(
        UUID id,
        UUID caseId,
        UUID studentId,
        UUID agencyId,
        UUID serviceId,
        Urgency urgency,
        String state,
        UUID requestedBy,
        Instant createdAt,
        @Nullable Instant sentAt,
        long version) {

    static ReferralItem of(Referral r) {
        return new ReferralItem(
                r.id(),
                r.caseId(),
                r.studentId(),
                r.agencyId(),
                r.serviceId(),
                r.urgency(),
                r.state().name(),
                r.requestedBy(),
                r.createdAt(),
                r.sentAt(),
                r.version());
    }
}
