package org.schoolcase.students.roster;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Lets an import end records.
 *
 * @param wouldEnd the number that the import names, repeated: who confirms has seen it
 */
record ConfirmationRequest(
        @NotNull @Min(0) @Max(Integer.MAX_VALUE) @Schema(examples = "412")
        Long wouldEnd) {}
