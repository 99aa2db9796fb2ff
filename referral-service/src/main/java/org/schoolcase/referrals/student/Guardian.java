package org.schoolcase.referrals.student;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A guardian of a student, with what he may do. */
@Embeddable
public record Guardian(
        @Column(name = "guardian_id") UUID guardianId,
        String relation,
        @Column(name = "given_name") String givenName,
        @Column(name = "family_name") String familyName,
        String language,
        @Nullable String email,
        @Column(name = "educational_rights") boolean educationalRights,
        @Column(name = "may_contact") boolean mayContact) {}
