package org.schoolcase.students.privacy.amendment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** The school's decision with its reason, and the day on which the family was told it (34 CFR 99.20(b), (c)). */
public record DecisionRequest(
        @NotNull Boolean amend,
        @NotBlank @Size(max = 4000) String reason,
        @NotNull LocalDate decidedOn,
        @NotNull LocalDate informedOn) {}
