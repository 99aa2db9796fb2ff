package org.schoolcase.cases.consent.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A try to get an answer. */
record AttemptRequest(
        @NotNull Attempt.Means means,
        @NotNull LocalDate madeOn,

        @Schema(description = "Staff member who tried; the caller if left out") @Nullable
        UUID madeBy,

        @NotNull Attempt.Outcome outcome,

        @Schema(description = "What came of it, in words") @NotBlank @Size(max = 2000)
        String result) {

    static final String EXAMPLE = """
            {"means": "CALL", "madeOn": "2026-09-17", "outcome": "MESSAGE_LEFT",
             "result": "Left a message in Spanish with the number of the case manager."}""";
}
