package org.schoolcase.notifications.profile;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The part of {@code org.schoolcase.agency.profile.v1} that this service reads. */
record AgencyState(UUID agencyId, long version, String name) {

    static final String TYPE = "org.schoolcase.agency.profile.v1";

    AgencyState {
        requireNonNull(agencyId, "agencyId");
        requireNonNull(name, "name");
    }
}
