package org.schoolcase.referrals.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The steps of all referrals of the district. */
@ApplicationScoped
class ReferralSteps implements PanacheRepositoryBase<ReferralStep, UUID> {

    List<ReferralStep> of(UUID referralId) {
        return list("referralId = ?1 order by id", referralId);
    }
}
