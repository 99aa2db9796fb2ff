package org.schoolcase.cases.enrollment;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What this service reads of {@code org.schoolcase.student.enrolled-with-active-plan.v1} and of
 * {@code org.schoolcase.student.enrolled-elsewhere.v1}.
 *
 * @param caseIds cases that the student service knew as open
 * @param transferId the transfer that somebody recorded; none where the roster told
 */
record EnrollmentTold(
        UUID studentId,
        List<UUID> caseIds,
        @Nullable LocalDate enrolledOn,
        @Nullable LocalDate effectiveOn,
        @Nullable UUID transferId) {

    EnrollmentTold {
        Objects.requireNonNull(studentId, "studentId");
        caseIds = caseIds == null ? List.of() : List.copyOf(caseIds);
        if ((enrolledOn == null) == (effectiveOn == null)) {
            throw new IllegalArgumentException("One day, on which he enrols here or there");
        }
    }

    /** First day at the new school. */
    LocalDate on() {
        return enrolledOn == null ? Objects.requireNonNull(effectiveOn) : enrolledOn;
    }
}
