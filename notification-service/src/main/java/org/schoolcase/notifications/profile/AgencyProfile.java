package org.schoolcase.notifications.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The name of an agency. Agencies are of no district; every district may read them. */
@Entity
public class AgencyProfile {

    @Id
    private UUID id;

    private long version;

    private String name;

    protected AgencyProfile() {}

    AgencyProfile(UUID id) {
        this.id = id;
        this.version = -1;
        this.name = "";
    }

    /** Takes a newer profile over; an older one changes nothing. */
    void take(AgencyState state) {
        if (state.version() > version) {
            version = state.version();
            name = state.name();
        }
    }

    public String name() {
        return name;
    }
}
