package org.schoolcase.cases.district;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** The district of the running request, as far as dates of law depend on it. */
@ApplicationScoped
public class DistrictNow {

    private final Tenants tenants;
    private final Districts districts;
    private final Clock clock;

    DistrictNow(Tenants tenants, Districts districts, Clock clock) {
        this.tenants = tenants;
        this.districts = districts;
        this.clock = clock;
    }

    /** Today's civil date in the district's zone. */
    public LocalDate today() {
        return dateOf(clock.instant());
    }

    /** The civil date of an instant in the district's zone. */
    public LocalDate dateOf(Instant instant) {
        var zone = districts.require(tenants.districtId()).timeZone();
        return LocalDate.ofInstant(instant, zone);
    }

    /** ISO 3166-2 code of the state whose law applies, such as US-AZ. */
    public String jurisdiction() {
        return districts.require(tenants.districtId()).jurisdiction();
    }
}
