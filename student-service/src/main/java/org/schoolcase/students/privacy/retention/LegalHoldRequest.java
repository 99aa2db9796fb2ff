package org.schoolcase.students.privacy.retention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A matter for which a record must not be destroyed. */
public record LegalHoldRequest(
        @NotNull HoldReason reason,
        @NotBlank @Size(max = 300) String matter) {}
