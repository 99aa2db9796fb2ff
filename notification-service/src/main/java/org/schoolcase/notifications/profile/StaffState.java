package org.schoolcase.notifications.profile;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of {@code org.schoolcase.staff.profile.v1} that this service reads. */
record StaffState(
        UUID staffId,
        long version,
        String givenName,
        @Nullable String email,
        @Nullable String language,
        boolean active) {

    static final String TYPE = "org.schoolcase.staff.profile.v1";

    StaffState {
        requireNonNull(staffId, "staffId");
        requireNonNull(givenName, "givenName");
    }
}
