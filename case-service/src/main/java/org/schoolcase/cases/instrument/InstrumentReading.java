package org.schoolcase.cases.instrument;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Who reads instruments how: families and teachers see what is published and not secret, other staff all of it. */
@RequestScoped
class InstrumentReading {

    private static final Set<String> STAFF = Set.of(
            Role.CASE_MANAGER,
            Role.COORDINATOR,
            Role.DISTRICT_ADMIN,
            Role.SCHOOL_ADMIN,
            Role.SERVICE_PROVIDER,
            Role.AUDITOR);

    private final CurrentUser user;
    private final InstrumentsInHand inHand;

    InstrumentReading(CurrentUser user, InstrumentsInHand inHand) {
        this.user = user;
        this.inHand = inHand;
    }

    boolean isFamily() {
        return STAFF.stream().noneMatch(user::has);
    }

    boolean mayRead(Instrument instrument) {
        return !isFamily() || instrument.isOpenToFamilies() || isFilledIn(instrument);
    }

    /** A teacher who gives a secret test has its form until he is done with it. */
    private boolean isFilledIn(Instrument instrument) {
        return user.has(Role.TEACHER)
                && user.staffId()
                        .filter(me -> inHand.isFilledInBy(me, instrument))
                        .isPresent();
    }
}
