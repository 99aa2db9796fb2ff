package org.schoolcase.students.indicator.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a row was kept out.
 *
 * @param line line of the file from 1, or place in the batch from 0
 */
record Finding(
        long line,

        @Schema(examples = "date") @Nullable String column,
        @Schema(examples = "cell.not-a-date") String code) {}
