package org.schoolcase.students.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A person who works for the district. Those of the roster change with the roster only. */
@Entity
@Table(name = "staff")
class StaffMember {

    /** What the district says of a person. */
    record Details(
            String givenName,
            String familyName,
            @Nullable String email,
            String language,
            List<String> roles,
            List<UUID> schoolIds,
            boolean active) {}

    @Id
    private UUID id;

    @Column(name = "sourced_id")
    private @Nullable String sourcedId;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    private @Nullable String email;
    private String language;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "school_ids")
    private List<UUID> schoolIds;

    private boolean active;

    @Version
    private long version;

    protected StaffMember() {}

    StaffMember(UUID id, Details details) {
        this.id = id;
        describe(details);
    }

    final void describe(Details details) {
        if (isOfRoster()) {
            throw new IllegalStateException("The roster alone changes its people");
        }
        this.givenName = details.givenName();
        this.familyName = details.familyName();
        this.email = details.email();
        this.language = details.language();
        this.roles = List.copyOf(details.roles());
        this.schoolIds = List.copyOf(details.schoolIds());
        this.active = details.active();
    }

    final boolean isOfRoster() {
        return sourcedId != null;
    }

    UUID id() {
        return id;
    }

    Details details() {
        return new Details(givenName, familyName, email, language, roles, schoolIds, active);
    }

    long version() {
        return version;
    }

    StaffProfile profile() {
        return new StaffProfile(id, version, givenName, familyName, email, language, schoolIds, roles, active);
    }
}
