package org.schoolcase.students.guardian;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.guardian.GuardianRepository.OfStudent;

/** A guardian of a student as the API shows him; what he may do is judged by the timelines, as of today. */
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
        @Nullable String interpreterLanguage,
        boolean educationalRights,
        boolean mayContact,
        GuardianSource source) {

    static GuardianView of(OfStudent found, Standing standing) {
        var details = found.guardian().details();
        return new GuardianView(
                found.guardian().id(),
                found.guardianship().key().studentId(),
                found.guardian().sourcedId(),
                found.guardianship().rights().relation(),
                details.givenName(),
                details.familyName(),
                details.language(),
                details.email(),
                details.phone(),
                details.interpreterLanguage(),
                standing.educationalRights(),
                standing.mayContact(),
                found.guardianship().source());
    }
}
