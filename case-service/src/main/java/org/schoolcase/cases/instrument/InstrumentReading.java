package org.schoolcase.cases.instrument;

import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Who reads instruments how: families see what is published and not secret, staff all of it. */
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

    InstrumentReading(CurrentUser user) {
        this.user = user;
    }

    boolean isFamily() {
        return STAFF.stream().noneMatch(user::has);
    }

    boolean mayRead(Instrument instrument) {
        return !isFamily() || instrument.isOpenToFamilies();
    }
}
