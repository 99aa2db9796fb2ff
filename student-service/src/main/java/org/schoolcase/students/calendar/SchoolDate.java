package org.schoolcase.students.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** Today's date in the time zone of the district, where a request names none. */
@ApplicationScoped
public class SchoolDate {

    private final Tenants tenants;
    private final Districts districts;
    private final Clock clock;

    SchoolDate(Tenants tenants, Districts districts, Clock clock) {
        this.tenants = tenants;
        this.districts = districts;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), districts.require(tenants.districtId()).timeZone());
    }

    LocalDate orElseToday(@Nullable LocalDate given) {
        return given == null ? today() : given;
    }
}
