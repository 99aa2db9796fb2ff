package org.schoolcase.students.privacy.amendment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A family's request to amend a part of the record; staff say for whom they record it. */
public record AmendmentRequest(
        @NotBlank @Size(max = 500) String recordPart,
        @NotNull AmendmentGround ground,
        @NotBlank @Size(max = 4000) String wanted,
        @NotNull LocalDate receivedOn,
        @Nullable UUID guardianId,
        @Nullable Boolean byStudent) {}
