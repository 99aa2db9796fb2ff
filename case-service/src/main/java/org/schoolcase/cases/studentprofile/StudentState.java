package org.schoolcase.cases.studentprofile;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What this service reads of {@code org.schoolcase.student.profile.v1}; fields it does not need are left out. */
record StudentState(
        UUID studentId,
        long version,
        String givenName,
        String familyName,
        @Nullable LocalDate birthDate,
        @Nullable String grade,
        List<UUID> schoolIds,
        String language,
        boolean active,
        List<Guardian> guardians) {

    /** One guardian of the student and what he may do. */
    record Guardian(
            UUID guardianId,
            String relation,
            String givenName,
            String familyName,
            String language,
            boolean educationalRights,
            boolean mayContact) {}
}
