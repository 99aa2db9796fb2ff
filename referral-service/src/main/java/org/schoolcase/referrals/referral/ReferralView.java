package org.schoolcase.referrals.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.referrals.consent.DisclosableField;

/** A referral with all its steps, as the school sees it. */
record ReferralView(
        UUID id,
        UUID caseId,
        UUID studentId,
        UUID agencyId,
        UUID serviceId,
        String reason,
        Urgency urgency,
        List<DisclosableField> fields,
        String state,
        @Nullable UUID consentId,
        UUID requestedBy,
        Instant createdAt,
        @Nullable Instant sentAt,
        List<Step> steps,
        long version) {

    /** One step, with who and when. */
    record Step(
            @Nullable String from,
            String to,
            String actor,
            Instant at,
            @Nullable String reasonCode,
            @Nullable String note) {}

    static ReferralView of(Referral r, List<ReferralStep> steps) {
        return new ReferralView(
                r.id(),
                r.caseId(),
                r.studentId(),
                r.agencyId(),
                r.serviceId(),
                r.reason(),
                r.urgency(),
                r.fields(),
                r.state().name(),
                r.consentId(),
                r.requestedBy(),
                r.createdAt(),
                r.sentAt(),
                steps.stream().map(ReferralStep::view).toList(),
                r.version());
    }
}
