package org.schoolcase.students.enrollment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a student at a school.
 *
 * @param schoolId null for a student without a school
 * @param beginsOn null: nobody knows
 * @param endsOn last day; null: it goes on, or nobody knows
 * @param endUnknown it is over, and nobody knows since when
 */
public record SchoolStay(
        @Nullable UUID schoolId,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        boolean endUnknown) {

    /** Whether it has a day between two dates, both included. */
    public boolean meets(LocalDate from, LocalDate to) {
        return (beginsOn == null || !beginsOn.isAfter(to)) && (endsOn == null || !endsOn.isBefore(from));
    }
}
