package org.schoolcase.cases.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rights holder's written revocation. */
record RevocationRequest(
        @NotNull UUID guardianId,
        @NotNull LocalDate revokedOn,

        @Schema(description = "What the guardian said, if anything") @Size(max = 2000) @Nullable
        String reason) {

    static final String EXAMPLE = """
            {"guardianId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10", "revokedOn": "2026-10-02",
             "reason": "We want to wait until the new school year."}""";
}
