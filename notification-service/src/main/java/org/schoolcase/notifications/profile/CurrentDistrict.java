package org.schoolcase.notifications.profile;

import jakarta.enterprise.context.ApplicationScoped;
import org.schoolcase.kit.tenant.District;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** The district of the running transaction. */
@ApplicationScoped
public class CurrentDistrict {

    private final Tenants tenants;
    private final Districts districts;

    CurrentDistrict(Tenants tenants, Districts districts) {
        this.tenants = tenants;
        this.districts = districts;
    }

    public District get() {
        return districts.require(tenants.districtId());
    }
}
