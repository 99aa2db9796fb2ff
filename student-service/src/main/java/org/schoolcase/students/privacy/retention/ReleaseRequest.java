package org.schoolcase.students.privacy.retention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a hold is no longer needed. */
public record ReleaseRequest(@NotBlank @Size(max = 500) String reason) {}
