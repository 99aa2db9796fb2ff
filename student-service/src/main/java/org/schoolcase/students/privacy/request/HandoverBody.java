package org.schoolcase.students.privacy.request;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/** That the family received or inspected the record otherwise than by download. */
public record HandoverBody(@NotNull LocalDate on, @NotNull HandoverMethod method) {}
