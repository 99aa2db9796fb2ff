package org.schoolcase.students.roster;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a package.
 *
 * @param line counted from 1; of a warning the first line it was met on
 * @param valueClass form of the value, never the value
 * @param occurrences how often a warning was met in this column
 */
record FindingView(
        UUID id,
        Severity severity,
        @Schema(examples = "row.invalid_date") String code,
        @Schema(examples = "users.csv") String file,
        long line,
        @Schema(examples = "birthDate") @Nullable String column,
        @Schema(examples = "digits(9)") @Nullable String valueClass,
        long occurrences) {

    /** A warning was understood; an error kept its row out. */
    enum Severity {
        WARNING,
        ERROR
    }
}
