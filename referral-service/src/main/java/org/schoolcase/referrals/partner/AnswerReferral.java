package org.schoolcase.referrals.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.referrals.referral.MoveReferral;
import org.schoolcase.referrals.referral.MoveReferral.Move;

/** Use case: the agency answers a referral that was sent to it. */
@ApplicationScoped
class AnswerReferral {

    /** What came of it. */
    sealed interface Outcome {
        record Answered(PartnerReferralItem item) implements Outcome {}

        record Refused(MoveReferral.Outcome.Refused why) implements Outcome {}
    }

    private final AgencyDesk desk;
    private final MoveReferral mover;
    private final Tenants tenants;

    AnswerReferral(AgencyDesk desk, MoveReferral mover, Tenants tenants) {
        this.desk = desk;
        this.mover = mover;
        this.tenants = tenants;
    }

    @Transactional
    Outcome handle(UUID referralId, Move move) {
        return desk.at(referralId, referral -> switch (mover.handle(referral, move)) {
            case MoveReferral.Outcome.Moved(var moved) ->
                new Outcome.Answered(PartnerReferralItem.of(moved, tenants.districtId()));
            case MoveReferral.Outcome.Refused refused -> new Outcome.Refused(refused);
        });
    }
}
