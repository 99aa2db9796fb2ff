package org.schoolcase.cases.reevaluation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody asks for a reevaluation. */
record ReevaluationRequest(
        @NotNull Reevaluation.Requester requestedBy,

        @Schema(description = "The guardian with educational rights, or the staff member") @NotNull
        UUID personId,

        @NotNull LocalDate requestedOn,
        @NotBlank @Size(max = 4000) String reason) {

    static final String EXAMPLE = """
            {"requestedBy": "PARENT", "personId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10", "requestedOn": "2028-02-01",
             "reason": "She reads fluently now; is the category still right?"}""";
}
