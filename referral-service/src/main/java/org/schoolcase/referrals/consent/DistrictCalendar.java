package org.schoolcase.referrals.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** The day it is in the district of the running transaction: consents begin and end by it. */
@ApplicationScoped
public class DistrictCalendar {

    private final Tenants tenants;
    private final Districts districts;
    private final Clock clock;

    DistrictCalendar(Tenants tenants, Districts districts, Clock clock) {
        this.tenants = tenants;
        this.districts = districts;
        this.clock = clock;
    }

    public LocalDate today() {
        var zone = districts.require(tenants.districtId()).timeZone();
        return clock.instant().atZone(zone).toLocalDate();
    }
}
