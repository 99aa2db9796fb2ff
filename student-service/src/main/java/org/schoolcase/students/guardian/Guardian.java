package org.schoolcase.students.guardian;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parent, or another person who acts for one or more students. */
@Entity
@Table(name = "guardian")
class Guardian {

    /** What one must know of a person to write to him. */
    record Details(
            String givenName,
            String familyName,
            String language,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String interpreterLanguage) {}

    @Id
    private UUID id;

    @Column(name = "sourced_id")
    private @Nullable String sourcedId;

    @Column(name = "given_name")
    private String givenName;

    @Column(name = "family_name")
    private String familyName;

    private String language;
    private @Nullable String email;
    private @Nullable String phone;

    @Column(name = "interpreter_language")
    private @Nullable String interpreterLanguage;

    @Version
    private long version;

    protected Guardian() {}

    Guardian(UUID id, @Nullable String sourcedId, Details details) {
        this.id = id;
        this.sourcedId = sourcedId;
        describe(details);
    }

    /** Takes over other details; false if there is nothing to correct. */
    boolean correct(Details details) {
        if (isDescribedBy(details)) {
            return false;
        }
        describe(details);
        return true;
    }

    private void describe(Details details) {
        this.givenName = details.givenName();
        this.familyName = details.familyName();
        this.language = details.language();
        this.email = details.email();
        this.phone = details.phone();
        this.interpreterLanguage = details.interpreterLanguage();
    }

    boolean isDescribedBy(Details details) {
        return Objects.equals(details(), details);
    }

    Details details() {
        return new Details(givenName, familyName, language, email, phone, interpreterLanguage);
    }

    UUID id() {
        return id;
    }

    @Nullable
    String sourcedId() {
        return sourcedId;
    }

    long version() {
        return version;
    }
}
