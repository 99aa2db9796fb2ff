package org.schoolcase.referrals.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.referrals.casefile.CaseAccess;
import org.schoolcase.referrals.referral.MoveReferral.Move;

/** Use case: the school takes a referral back, or asks the agency to end one that it has accepted. */
@ApplicationScoped
class CancelReferral {

    private final ReferralRepository referrals;
    private final CaseAccess cases;
    private final MoveReferral mover;

    CancelReferral(ReferralRepository referrals, CaseAccess cases, MoveReferral mover) {
        this.referrals = referrals;
        this.cases = cases;
        this.mover = mover;
    }

    @Transactional
    MoveReferral.Outcome handle(UUID referralId, CancellationRequest asked, @Nullable String ifMatch) {
        var referral = referrals.lock(referralId);
        cases.requireWork(referral.caseId(), "referral.cancel");
        var move = new Move(ReferralVerb.CANCEL, asked.reasonCode().name(), asked.note(), ifMatch);
        return mover.handle(referral, move);
    }
}
