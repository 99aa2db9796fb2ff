package org.schoolcase.notifications.profile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a staff member can be told something. */
@Entity
public class StaffProfile {

    @Id
    private UUID id;

    private long version;

    private String firstName;

    private @Nullable String email;

    private @Nullable String language;

    private boolean active;

    protected StaffProfile() {}

    StaffProfile(UUID id) {
        this.id = id;
        this.version = -1;
        this.firstName = "";
    }

    /** Takes a newer profile over; an older one changes nothing. */
    void take(StaffState state) {
        if (state.version() > version) {
            version = state.version();
            firstName = state.givenName();
            email = state.email();
            language = state.language();
            active = state.active();
        }
    }

    public UUID id() {
        return id;
    }

    public String firstName() {
        return firstName;
    }

    public @Nullable String email() {
        return email;
    }

    public @Nullable String language() {
        return language;
    }

    public boolean isActive() {
        return active;
    }
}
