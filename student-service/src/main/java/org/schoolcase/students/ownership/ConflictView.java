package org.schoolcase.students.ownership;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A locally owned field for which the roster has another value.
 *
 * @param recordId student, staff member or guardian, as the field says
 * @param notedAt when a sync met it first
 */
record ConflictView(
        UUID recordId,
        @Schema(examples = "STUDENT.grade") String field,
        Instant notedAt,
        @Schema(examples = "09") String rosterValue,
        @Schema(examples = "10") @Nullable String localValue) {}
