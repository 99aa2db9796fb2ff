package org.schoolcase.cases.localrule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolcase.cases.deadline.LocalPolicy.Mode;

/** A rule of the district, written as in the rule files of law (docs/law.md), without an id. */
record LocalRuleRequest(
        @NotNull Mode mode,

        @Schema(description = "The rule in YAML, with its own citation, confidence and sourceDate")
        @NotBlank
        @Size(max = 8000)
        String rule,

        @NotBlank @Size(max = 1000) String reason,

        @Schema(description = "False withdraws the rule") boolean active) {

    static final String EXAMPLE = """
            {"mode": "SHORTENS", "reason": "Board policy of August 2026", "active": true,
             "rule": "step: INITIAL_EVALUATION\\nstartEvent: CONSENT_RECEIVED\\ncompletionEvent: EVALUATION_COMPLETED\\namount: 45\\nunit: CALENDAR\\ncitation: Board policy IHBA-R\\nconfidence: HIGH\\nsourceDate: 2026-08-01\\n"}""";
}
