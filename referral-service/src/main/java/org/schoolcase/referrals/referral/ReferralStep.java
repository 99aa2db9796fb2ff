package org.schoolcase.referrals.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;

/** One step of a referral: from where to where, by whom, when, and why. Never changes. */
@Entity
@Table(name = "referral_step")
class ReferralStep {

    @Id
    private UUID id;

    @Column(name = "referral_id")
    private UUID referralId;

    @Column(name = "from_state")
    private @Nullable String fromState;

    @Column(name = "to_state")
    private String toState;

    private String actor;

    private Instant at;

    @Column(name = "reason_code")
    private @Nullable String reasonCode;

    private @Nullable String note;

    protected ReferralStep() {}

    private ReferralStep(Referral referral, @Nullable ReferralState from, Why why) {
        this.id = Ids.next();
        this.referralId = referral.id();
        this.fromState = from == null ? null : from.name();
        this.toState = referral.state().name();
        this.actor = why.actor();
        this.at = why.at();
        this.reasonCode = why.reasonCode();
        this.note = why.note();
    }

    /** Who did a step, when, and what he said to it. */
    record Why(
            String actor,
            Instant at,
            @Nullable String reasonCode,
            @Nullable String note) {}

    static ReferralStep drafted(Referral referral, Why why) {
        return new ReferralStep(referral, null, why);
    }

    static ReferralStep moved(Referral referral, ReferralState from, Why why) {
        return new ReferralStep(referral, from, why);
    }

    ReferralView.Step view() {
        return new ReferralView.Step(fromState, toState, actor, at, reasonCode, note);
    }
}
