package org.schoolcase.referrals.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** Shows an agency what was sent to it; to read one is a disclosure. */
@ApplicationScoped
class ReadAsAgency {

    private final AgencyDesk desk;
    private final AgencyInbox inbox;
    private final Disclose disclose;
    private final Tenants tenants;
    private final Districts districts;

    ReadAsAgency(AgencyDesk desk, AgencyInbox inbox, Disclose disclose, Tenants tenants, Districts districts) {
        this.desk = desk;
        this.inbox = inbox;
        this.disclose = disclose;
        this.tenants = tenants;
        this.districts = districts;
    }

    @Transactional
    PartnerReferralView one(UUID referralId) {
        return desk.at(
                referralId,
                referral -> PartnerReferralView.of(
                        referral, districts.require(tenants.districtId()), disclose.handle(referral)));
    }

    @Transactional
    List<PartnerReferralItem> list(@Nullable String state, Cursor from, int limit) {
        return inbox.list(desk.agency(), state, from, limit);
    }
}
