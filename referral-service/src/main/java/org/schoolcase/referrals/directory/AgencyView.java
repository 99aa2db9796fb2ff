package org.schoolcase.referrals.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An agency as everybody may see it. */
record AgencyView(
        UUID id,
        String name,
        String description,
        String email,
        String language,
        @Nullable String website,
        boolean active,
        long version) {

    static AgencyView of(Agency a) {
        return new AgencyView(
                a.id(), a.name(), a.description(), a.email(), a.language(), a.website(), a.active(), a.version());
    }
}
