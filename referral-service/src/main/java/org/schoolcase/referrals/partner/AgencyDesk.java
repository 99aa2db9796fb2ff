package org.schoolcase.referrals.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Function;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.referrals.referral.Referral;
import org.schoolcase.referrals.referral.ReferralRepository;

/**
 * Takes an agency's request to one referral in one transaction: finds it as the agency, so that only what was sent to
 * it is found; then lets the rest of the transaction write in the district that sent it, where the steps, the event
 * and the disclosure log belong; and checks the address again there.
 */
@ApplicationScoped
class AgencyDesk {

    private final CurrentUser user;
    private final AgencyInbox inbox;
    private final Tenants tenants;
    private final ReferralRepository referrals;

    AgencyDesk(CurrentUser user, AgencyInbox inbox, Tenants tenants, ReferralRepository referrals) {
        this.user = user;
        this.inbox = inbox;
        this.tenants = tenants;
        this.referrals = referrals;
    }

    /** The agency that asks. */
    UUID agency() {
        return user.agencyId().orElseThrow(ProblemException::notFound);
    }

    /** Works on the referral while holding it; 404 where it was not sent to the agency. */
    @Transactional
    <T> T at(UUID referralId, Function<Referral, T> work) {
        var agency = agency();
        var district = inbox.districtOf(referralId, agency).orElseThrow(ProblemException::notFound);
        tenants.enterDistrictAsAgency(district);
        var referral = referrals.lock(referralId);
        if (!referral.isAddressedTo(agency)) {
            throw ProblemException.notFound();
        }
        return work.apply(referral);
    }
}
