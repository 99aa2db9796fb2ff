package org.schoolcase.students.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;

/** The day in the zone of the running district: dates of law are read there. */
@ApplicationScoped
public class DistrictDates {

    private final Tenants tenants;
    private final Districts districts;
    private final Clock clock;

    DistrictDates(Tenants tenants, Districts districts, Clock clock) {
        this.tenants = tenants;
        this.districts = districts;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), districts.require(tenants.districtId()).timeZone());
    }

    /** The instant, as SQL takes it. */
    public OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    public Instant instant() {
        return clock.instant();
    }

    public String jurisdiction() {
        return districts.require(tenants.districtId()).jurisdiction();
    }

    /** Refuses a day that has not come. */
    public LocalDate notInFuture(LocalDate day, String pointer) {
        if (day.isAfter(today())) {
            throw ProblemException.unprocessable("date.in-future", "This day has not come yet.")
                    .field(pointer, "date.in-future", "Not after today in the district's zone.");
        }
        return day;
    }

    /** Refuses a day before another. */
    public LocalDate notBefore(LocalDate day, LocalDate earliest, String pointer) {
        if (day.isBefore(earliest)) {
            throw ProblemException.unprocessable("date.too-early", "This day is before the step it follows.")
                    .field(pointer, "date.too-early", "Not before " + earliest + ".");
        }
        return day;
    }
}
