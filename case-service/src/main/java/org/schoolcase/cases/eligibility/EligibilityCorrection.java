package org.schoolcase.cases.eligibility;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest;

/** What takes the place of a determination, and why. */
record EligibilityCorrection(
        @NotBlank @Size(max = 4000) String reason,
        @NotNull @Valid DeterminationRequest determination) {

    static final String EXAMPLE = """
            {"reason": "The category was entered wrongly; the group had found a hearing impairment.",
             "determination":""" + DeterminationRequest.EXAMPLE + "}";
}
