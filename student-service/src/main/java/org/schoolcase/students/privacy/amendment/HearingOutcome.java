package org.schoolcase.students.privacy.amendment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The written decision of a hearing with a summary of the evidence and the reasons (34 CFR 99.22(e), (f)). */
public record HearingOutcome(
        @NotNull Boolean amend,
        @NotNull LocalDate heldOn,
        @NotNull LocalDate decidedOn,
        @NotBlank @Size(max = 8000) String evidence,
        @NotBlank @Size(max = 8000) String reason,
        @NotNull LocalDate informedOn) {}
