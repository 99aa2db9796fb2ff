package org.schoolcase.students.privacy.amendment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What the family wishes to be kept and shown with the contested part (34 CFR 99.21(b)(2), (c)). */
public record StatementRequest(
        @NotBlank @Size(max = 8000) String statement,
        @NotNull LocalDate receivedOn) {}
