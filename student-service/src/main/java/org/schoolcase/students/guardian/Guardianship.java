package org.schoolcase.students.guardian;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a guardian is to one student, and what he may do. */
@Entity
@Table(name = "student_guardian")
class Guardianship {

    /** Whose, and who. */
    @Embeddable
    record Key(
            @Column(name = "student_id") UUID studentId,
            @Column(name = "guardian_id") UUID guardianId) {}

    /** The relation with what was said of his rights; the timelines decide what of it counts on a day. */
    record Rights(GuardianRelation relation, boolean educationalRights, boolean mayContact) {

        Rights withEducationalRights(boolean held) {
            return new Rights(relation, held, mayContact);
        }
    }

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private GuardianRelation relation;

    @Column(name = "educational_rights")
    private boolean educationalRights;

    @Column(name = "may_contact")
    private boolean mayContact;

    @Enumerated(EnumType.STRING)
    private GuardianSource source;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    protected Guardianship() {}

    Guardianship(Key key, Rights rights, Instant now) {
        this.key = key;
        this.addedAt = now;
        this.source = GuardianSource.LOCAL;
        this.relation = rights.relation();
        this.educationalRights = rights.educationalRights();
        this.mayContact = rights.mayContact();
    }

    /** The school records it again after the roster ended it. */
    void beginAgain(Rights rights, Instant now) {
        this.addedAt = now;
        this.endedOn = null;
        settle(rights);
    }

    /** What the school changes is the school's from then on: no import changes or ends it. */
    void settle(Rights rights) {
        this.source = GuardianSource.LOCAL;
        this.relation = rights.relation();
        this.educationalRights = rights.educationalRights();
        this.mayContact = rights.mayContact();
    }

    boolean hasEnded() {
        return endedOn != null;
    }

    GuardianSource source() {
        return source;
    }

    Instant addedAt() {
        return addedAt;
    }

    Key key() {
        return key;
    }

    Rights rights() {
        return new Rights(relation, educationalRights, mayContact);
    }
}
