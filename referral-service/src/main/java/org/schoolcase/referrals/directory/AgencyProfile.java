package org.schoolcase.referrals.directory;

import java.util.UUID;

/** What the other services keep of an agency: data of {@code org.schoolcase.agency.profile.v1}. */
record AgencyProfile(UUID agencyId, long version, String name, String email, String language, boolean active) {

    static final String TOPIC = "schoolcase.agency.state";
    static final String TYPE = "org.schoolcase.agency.profile.v1";

    static AgencyProfile of(Agency a) {
        return new AgencyProfile(a.id(), a.version(), a.name(), a.email(), a.language(), a.active());
    }
}
