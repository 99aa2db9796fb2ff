package org.schoolcase.students.enrollment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An enrollment in a class as the roster has it; without days it follows the terms of the class. */
public record ClassEnrollmentView(
        UUID id,
        UUID classId,
        String title,
        UUID schoolId,
        @Nullable LocalDate beginsOn,
        @Nullable LocalDate endsOn,
        boolean active) {}
