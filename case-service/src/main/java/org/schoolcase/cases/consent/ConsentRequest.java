package org.schoolcase.cases.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A signed consent form as it was received. */
record ConsentRequest(
        @NotNull ConsentKind kind,
        @NotNull Consent.Decision decision,

        @Schema(description = "Guardian who signed; left out when the adult student did, 300.520") @Nullable
        UUID guardianId,

        @Schema(description = "The activity the signer was told of") @NotBlank @Size(max = 2000)
        String scope,

        @Schema(description = "BCP 47 tag of the language it was explained in")
        @NotNull
        @Size(max = 35)
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language,

        @NotNull Consent.Method method,
        @NotNull LocalDate signedOn,

        @Schema(description = "Date the district received it; day 0 of the evaluation clock") @NotNull
        LocalDate receivedOn,

        @Schema(
                description =
                        "The request that it answers; if left out, the newest unanswered one of this kind to this signer")
        @Nullable
        UUID requestId) {

    static final String EXAMPLE = """
            {"kind": "EVALUATION", "decision": "GIVEN", "guardianId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10",
             "scope": "Full individual evaluation: reading, cognition, speech and language.", "language": "es",
             "method": "PAPER", "signedOn": "2026-09-11", "receivedOn": "2026-09-14"}""";

    Consent.Form toForm() {
        return new Consent.Form(kind, decision, guardianId, scope, language, method, signedOn, receivedOn, requestId);
    }
}
