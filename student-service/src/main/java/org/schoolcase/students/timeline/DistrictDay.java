package org.schoolcase.students.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** Tells what day it is in the district of the running request or job. */
@ApplicationScoped
public class DistrictDay {

    private final Tenants tenants;
    private final Districts districts;
    private final Clock clock;

    DistrictDay(Tenants tenants, Districts districts, Clock clock) {
        this.tenants = tenants;
        this.districts = districts;
        this.clock = clock;
    }

    /** The date in the district's time zone. */
    public LocalDate today() {
        return on(now());
    }

    /** The date of an instant in the district's time zone. */
    public LocalDate on(Instant instant) {
        return LocalDate.ofInstant(
                instant, districts.require(tenants.districtId()).timeZone());
    }

    /** The instant. */
    public Instant now() {
        return clock.instant();
    }
}
