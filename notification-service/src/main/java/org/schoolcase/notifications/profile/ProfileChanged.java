package org.schoolcase.notifications.profile;

import java.util.UUID;

/** Told within the transaction that stores or erases a profile, so that messages waiting for it are looked at again. */
public record ProfileChanged(UUID id, Kind kind, boolean erased) {

    /** What the profile is of. */
    public enum Kind {
        STUDENT,
        STAFF,
        CASE
    }

    static ProfileChanged stored(UUID id, Kind kind) {
        return new ProfileChanged(id, kind, false);
    }

    static ProfileChanged erased(UUID id, Kind kind) {
        return new ProfileChanged(id, kind, true);
    }
}
