package org.schoolcase.cases.casedeadline.fact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Circumstance;

/** The facts of a case as they are now; they take the place of those before. */
record FactsRequest(
        @Schema(description = "Dated events; one that the case knows already is corrected by it")
        @NotNull
        @Size(max = 60)
        List<@Valid @NotNull DatedEvent> dates,

        @Schema(description = "School days absent since the clock started") @Min(0) @Max(366)
        int absences,

        @Schema(description = "The date of a written agreement") @Nullable
        LocalDate agreedOn,

        @Schema(description = "Days of the rule's unit by which a written agreement extends") @Min(0) @Max(366)
        int extensionDays,

        @NotNull @Size(max = 20) List<@NotNull Circumstance> circumstances) {

    static final String EXAMPLE = """
            {"dates": [{"event": "EVALUATION_REPORTED", "on": "2026-12-01"}], "absences": 4, "extensionDays": 0,
             "circumstances": []}""";
}
