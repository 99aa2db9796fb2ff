package org.schoolcase.referrals.referral;

/** What a side may ask of a referral. */
public enum ReferralVerb {
    SEND(Side.SCHOOL),
    CANCEL(Side.SCHOOL),
    ACCEPT(Side.AGENCY),
    DECLINE(Side.AGENCY),
    COMPLETE(Side.AGENCY),
    CONFIRM_CANCELLATION(Side.AGENCY);

    /** The two sides of a referral. */
    public enum Side {
        SCHOOL,
        AGENCY
    }

    private final Side side;

    ReferralVerb(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }
}
