package org.schoolcase.referrals.partner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.tenant.District;
import org.schoolcase.referrals.consent.DisclosableField;
import org.schoolcase.referrals.referral.Referral;

/** A referral as the agency sees it: the agreed fields of the student, or why they are withheld. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartnerReferralView(
        UUID id,
        Sender district,
        UUID serviceId,
        String urgency,
        String state,
        @Nullable Instant sentAt,
        List<DisclosableField> agreedFields,
        @Nullable SharedFields student,
        @Nullable Withheld withheld,
        String notice,
        long version) {

    /** What each recipient is told, 34 CFR 99.33(d). */
    static final String NOTICE =
            "Use only for the purpose of this referral; do not redisclose without consent (34 CFR 99.33).";

    /** The district that sent it. */
    record Sender(UUID id, String name) {}

    /** Why there are no fields. */
    record Withheld(String code, String detail) {}

    static PartnerReferralView of(Referral r, District sender, Disclosure disclosure) {
        return new PartnerReferralView(
                r.id(),
                new Sender(sender.id(), sender.name()),
                r.serviceId(),
                r.urgency().name(),
                r.state().name(),
                r.sentAt(),
                r.fields(),
                disclosure instanceof Disclosure.Shown(var fields) ? fields : null,
                disclosure instanceof Disclosure.Withheld(var ground)
                        ? new Withheld(ground.code(), ground.detail())
                        : null,
                NOTICE,
                r.version());
    }
}
