package org.schoolcase.referrals.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Data of {@code org.schoolcase.student.profile.v1}, as far as this service reads it. */
record StudentProfile(
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

    static final String TYPE = "org.schoolcase.student.profile.v1";

    StudentProfile {
        Objects.requireNonNull(studentId, "studentId");
        Objects.requireNonNull(givenName, "givenName");
        Objects.requireNonNull(familyName, "familyName");
        Objects.requireNonNull(language, "language");
        schoolIds = List.copyOf(Objects.requireNonNullElse(schoolIds, List.of()));
        guardians = List.copyOf(Objects.requireNonNullElse(guardians, List.of()));
    }
}
