package org.schoolcase.students.guardian;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

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
    record Rights(GuardianRelation relation, boolean educationalRights, boolean mayContact) {}

    @EmbeddedId
    private Key key;

    @Enumerated(EnumType.STRING)
    private GuardianRelation relation;

    @Column(name = "educational_rights")
    private boolean educationalRights;

    @Column(name = "may_contact")
    private boolean mayContact;

    @Column(name = "added_at")
    private Instant addedAt;

    protected Guardianship() {}

    Guardianship(Key key, Rights rights, Instant now) {
        this.key = key;
        this.addedAt = now;
        this.relation = rights.relation();
        this.educationalRights = rights.educationalRights();
        this.mayContact = rights.mayContact();
    }

    void settle(Rights rights) {
        this.relation = rights.relation();
        this.educationalRights = rights.educationalRights();
        this.mayContact = rights.mayContact();
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
