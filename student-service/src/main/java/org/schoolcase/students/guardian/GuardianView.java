package org.schoolcase.students.guardian;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.guardian.GuardianRepository.OfStudent;

/** A guardian of a student as the API shows him. */
public record GuardianView(
        UUID id,
        UUID studentId,
        @Nullable String sourcedId,
        GuardianRelation relation,
        String givenName,
        String familyName,
        String language,
        @Nullable String email,
        @Nullable String phone,
        boolean educationalRights,
        boolean mayContact) {

    static GuardianView of(OfStudent found) {
        var details = found.guardian().details();
        var rights = found.guardianship().rights();
        return new GuardianView(
                found.guardian().id(),
                found.guardianship().key().studentId(),
                found.guardian().sourcedId(),
                rights.relation(),
                details.givenName(),
                details.familyName(),
                details.language(),
                details.email(),
                details.phone(),
                rights.educationalRights(),
                rights.mayContact());
    }
}
