package org.schoolcase.cases.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says what was decided about a referral. */
record ReferralDecisionRequest(
        @NotNull ReferralDecision.Choice decision,
        @NotBlank @Size(max = 4000) String reason,
        @NotNull LocalDate decidedOn,

        @Schema(description = "Staff member who decided; the caller if left out") @Nullable
        UUID decidedBy,

        @Schema(description = "Why it takes the place of the decision in force; needed when there is one")
        @Nullable
        @Size(max = 2000)
        String supersedesReason,

        @Schema(
                description =
                        "Day of the meeting with the parent that decided, where there was one; some States count to it"
                                + " and from it (N.J.A.C. 6A:14-3.3(e))")
        @Nullable
        LocalDate meetingOn) {

    static final String EXAMPLE = """
            {"decision": "EVALUATE", "reason": "Two terms of support were not enough; a disability is suspected.",
             "decidedOn": "2026-09-10", "decidedBy": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b33"}""";
}
