package org.schoolcase.referrals.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.schoolcase.kit.security.CurrentUser;

/** Who acts, and at which moment, in the precision that the database keeps. */
@ApplicationScoped
class Stamp {

    private final CurrentUser user;
    private final Clock clock;

    Stamp(CurrentUser user, Clock clock) {
        this.user = user;
        this.clock = clock;
    }

    String actor() {
        return user.actor();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
