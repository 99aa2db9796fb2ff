package org.schoolcase.referrals.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.referrals.casefile.CaseAccess;
import org.schoolcase.referrals.consent.DisclosureConsents;
import org.schoolcase.referrals.consent.DistrictCalendar;
import org.schoolcase.referrals.referral.MoveReferral.Move;

/** Use case: the school sends a draft to the agency, under a consent that covers every field it shares. */
@ApplicationScoped
class SendReferral {

    /** What came of it. */
    sealed interface Outcome {
        record Tried(MoveReferral.Outcome move) implements Outcome {}

        record ConsentMissing() implements Outcome {}

        record CaseClosed() implements Outcome {}
    }

    private final ReferralRepository referrals;
    private final CaseAccess cases;
    private final DisclosureConsents consents;
    private final DistrictCalendar calendar;
    private final MoveReferral mover;

    SendReferral(
            ReferralRepository referrals,
            CaseAccess cases,
            DisclosureConsents consents,
            DistrictCalendar calendar,
            MoveReferral mover) {
        this.referrals = referrals;
        this.cases = cases;
        this.consents = consents;
        this.calendar = calendar;
        this.mover = mover;
    }

    @Transactional
    Outcome handle(UUID referralId, @Nullable String ifMatch) {
        var referral = referrals.lock(referralId);
        var file = cases.requireWork(referral.caseId(), "referral.send");
        if (!(referral.state() instanceof ReferralState.Draft)) {
            return new Outcome.Tried(new MoveReferral.Outcome.Refused(referral.state(), ReferralVerb.SEND));
        }
        if (!file.isOpen()) {
            return new Outcome.CaseClosed();
        }
        var consent = consents.inForce(referral.studentId(), referral.agencyId(), referral.fields(), calendar.today());
        if (consent.isEmpty()) {
            return new Outcome.ConsentMissing();
        }
        referral.leaveUnder(consent.get());
        return new Outcome.Tried(mover.handle(referral, Move.of(ReferralVerb.SEND, ifMatch)));
    }
}
