package org.schoolcase.cases.consent.exception;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.consent.ConsentKind;

/** Says why law lets an evaluation go on without consent. */
record ExceptionRequest(
        @NotNull ConsentKind kind,
        @NotNull ExceptionGround ground,

        @Schema(description = "What was done and found") @NotBlank @Size(max = 4000)
        String explanation,

        @Schema(description = "Where the order, agreement or decision is filed") @Nullable @Size(max = 200)
        String documentReference,

        @Schema(description = "For NO_RESPONSE: the unanswered request whose attempts are the documented efforts")
        @Nullable
        UUID requestId,

        @NotNull LocalDate decidedOn) {

    static final String EXAMPLE = """
            {"kind": "REEVALUATION", "ground": "NO_RESPONSE", "requestId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b44",
             "explanation": "Two calls, a letter and a visit in three weeks; nobody answered.",
             "decidedOn": "2026-10-08"}""";
}
