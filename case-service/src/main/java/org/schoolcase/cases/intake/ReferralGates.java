package org.schoolcase.cases.intake;

import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.happening.Kind;

/** Policies: what the decision about a referral lets pass. */
public final class ReferralGates {

    private static final Kind[] DECISIONS = {
        Kind.REFERRAL_ACCEPTED_FOR_EVALUATION,
        Kind.REFERRAL_REFUSED,
        Kind.SUPPORT_DECIDED,
        Kind.SUPPORT_DECIDED_ON_REQUEST
    };

    private ReferralGates() {}

    /** Open while the last decision is to evaluate. */
    public static Gate accepted(Standing standing) {
        var last = standing.lastOf(DECISIONS);
        if (last.isEmpty()) {
            return Gate.shut("referral.undecided", "The referral is not decided yet.")
                    .citing("34 CFR 300.301(b), 300.503(a)");
        }
        return last.get().kind() == Kind.REFERRAL_ACCEPTED_FOR_EVALUATION
                ? Gate.open()
                : Gate.shut("referral.not-for-evaluation", "The decision in force is not to evaluate.");
    }
}
