package org.schoolcase.students.privacy.directory;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a family decided about directory information; staff say for whom they record it. */
public record DirectoryChoiceRequest(
        @NotNull Boolean optedOut,
        @NotNull LocalDate fromOn,
        @NotNull LocalDate receivedOn,
        @NotNull ChoiceMethod method,
        @Nullable UUID guardianId,
        @Nullable Boolean byStudent) {}
