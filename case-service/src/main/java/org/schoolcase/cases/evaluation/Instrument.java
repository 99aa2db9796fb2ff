package org.schoolcase.cases.evaluation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An instrument or procedure of a plan (34 CFR 300.304(b)). */
@Schema(name = "PlannedInstrument")
public record Instrument(
        @NotBlank @Size(max = 200) String name,
        @NotNull Procedure procedure,

        @Schema(description = "The form of the library, when it is one") @Nullable
        UUID instrumentId) {

    /** What kind of procedure it is. */
    @Schema(name = "PlannedProcedure")
    public enum Procedure {
        STANDARDIZED_TEST,
        CRITERION_TEST,
        RATING_SCALE,
        OBSERVATION,
        INTERVIEW,
        RECORD_REVIEW,
        WORK_SAMPLE,
        MEDICAL
    }
}
