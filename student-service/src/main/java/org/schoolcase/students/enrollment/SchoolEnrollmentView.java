package org.schoolcase.students.enrollment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A school that a student attends or attended.
 *
 * @param beginsOn first day; null where nobody has said it
 * @param endsOn last day; null while he attends
 * @param source the roster's own dates, or the days on which the record changed
 */
public record SchoolEnrollmentView(
        UUID schoolId,
        @Nullable String schoolName,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        boolean attendsNow,
        Source source) {

    /** Where the days are from. */
    public enum Source {
        ROSTER,
        RECORD
    }
}
