package org.schoolcase.notifications.profile;

import java.time.Instant;
import java.time.LocalDate;
import org.schoolcase.kit.tenant.District;

/** When something happened: the instant, and the day that the district had then, since law counts days. */
public record Moment(Instant at, LocalDate day) {

    public static Moment in(District district, Instant at) {
        return new Moment(at, LocalDate.ofInstant(at, district.timeZone()));
    }
}
