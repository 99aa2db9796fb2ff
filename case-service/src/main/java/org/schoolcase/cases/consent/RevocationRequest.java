package org.schoolcase.cases.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rights holder's written revocation. */
record RevocationRequest(
        @Schema(description = "Guardian who revoked; left out when the adult student did, 300.520") @Nullable
        UUID guardianId,

        @NotNull LocalDate revokedOn,

        @Schema(description = "How it was written; needed to revoke consent for services, 300.300(b)(4)")
        Consent.@Nullable Method method,

        @Schema(description = "What the guardian said, if anything") @Size(max = 2000) @Nullable
        String reason) {

    static final String EXAMPLE = """
            {"guardianId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10", "revokedOn": "2026-10-02",
             "method": "PAPER", "reason": "We want to wait until the new school year."}""";
}
