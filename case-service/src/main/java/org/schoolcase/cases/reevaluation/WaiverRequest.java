package org.schoolcase.cases.reevaluation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Parent and agency agree in writing that a reevaluation is unnecessary. */
@Schema(name = "ReevaluationWaiverRequest")
record WaiverRequest(
        @NotNull UUID guardianId,

        @Schema(description = "Who agreed for the agency") @NotNull
        UUID staffId,

        @NotNull LocalDate agreedOn,
        @NotBlank @Size(max = 4000) String reason) {

    static final String EXAMPLE = """
            {"guardianId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10", "staffId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b77",
             "agreedOn": "2029-09-03", "reason": "Nothing has changed that an evaluation would show."}""";
}
