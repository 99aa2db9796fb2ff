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
        @Nullable Boolean studentHoldsRights,
        @Nullable List<Held> rightsHeld,
        List<Guardian> guardians) {

    /**
     * Somebody who held the educational rights, and when.
     *
     * @param guardianId left out for the adult student (34 CFR 300.520)
     * @param from left out when it is not known since when
     * @param to last day; left out while nothing ends it
     */
    record Held(
            @Nullable UUID guardianId,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

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
