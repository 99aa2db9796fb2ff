package org.schoolcase.referrals.referral;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.outbox.Event;

/** What the rest of the suite learns of a referral's step: ids, the day and a reason's code, never a person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReferralFact(
        @JsonIgnore String type,
        UUID referralId,
        UUID caseId,
        UUID studentId,
        UUID agencyId,
        UUID serviceId,
        UUID requestedBy,
        Instant at,
        @Nullable String reason)
        implements Event {

    static ReferralFact of(Referral r, Instant at, @Nullable String reason) {
        return new ReferralFact(
                typeOf(r.state()),
                r.id(),
                r.caseId(),
                r.studentId(),
                r.agencyId(),
                r.serviceId(),
                r.requestedBy(),
                at,
                reason);
    }

    /** Such as {@code org.schoolcase.referral.cancellation-requested.v1}. */
    static String typeOf(ReferralState reached) {
        var happened =
                switch (reached) {
                    case ReferralState.Draft _ -> "drafted";
                    case ReferralState.Sent _ -> "sent";
                    case ReferralState.Accepted _ -> "accepted";
                    case ReferralState.CancelRequested _ -> "cancellation-requested";
                    case ReferralState.Declined _ -> "declined";
                    case ReferralState.Cancelled _ -> "cancelled";
                    case ReferralState.Completed _ -> "completed";
                };
        return "org.schoolcase.referral." + happened + ".v1";
    }

    @Override
    @JsonIgnore
    public UUID key() {
        return referralId;
    }
}
