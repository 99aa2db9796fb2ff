package org.schoolcase.referrals.directory;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An outside agency as it publishes itself; of no district. */
@Entity
@Table(name = "agency")
public class Agency {

    @Id
    private UUID id;

    private String name;

    private String description;

    private String email;

    private String language;

    private @Nullable String website;

    private boolean active;

    @Version
    private long version;

    protected Agency() {}

    private Agency(UUID id, AgencyRequest published) {
        this.id = id;
        this.active = true;
        publish(published);
    }

    static Agency register(UUID id, AgencyRequest published) {
        return new Agency(id, published);
    }

    final void publish(AgencyRequest published) {
        name = published.name();
        description = published.description();
        email = published.email();
        language = published.language();
        website = published.website();
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean active() {
        return active;
    }

    String description() {
        return description;
    }

    String email() {
        return email;
    }

    String language() {
        return language;
    }

    @Nullable
    String website() {
        return website;
    }

    long version() {
        return version;
    }
}
