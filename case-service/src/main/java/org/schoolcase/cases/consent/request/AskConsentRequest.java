package org.schoolcase.cases.consent.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.consent.ConsentKind;

/** A request for consent as it was sent. */
record AskConsentRequest(
        @NotNull ConsentKind kind,

        @Schema(description = "The activity, 300.9(b)") @NotBlank @Size(max = 2000)
        String scope,

        @Schema(description = "Records that would be released, if any, 300.9(b)") @NotNull @Size(max = 50)
        List<@NotBlank @Size(max = 200) String> records,

        @Schema(description = "To whom they would be released, 300.9(b)") @NotNull @Size(max = 50)
        List<@NotBlank @Size(max = 200) String> recipients,

        @Schema(description = "BCP 47 tag of the language it is explained in")
        @NotNull
        @Size(max = 35)
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language,

        @Schema(description = "Guardian who is asked; left out when the adult student is, 300.520") @Nullable
        UUID askedOf,

        @NotNull AskedConsent.Sending sentBy,
        @NotNull LocalDate sentOn) {

    static final String EXAMPLE = """
            {"kind": "EVALUATION", "scope": "Full individual evaluation: reading, cognition, speech and language.",
             "records": ["Report of the clinic's hearing test"], "recipients": ["School psychologist"], "language": "es",
             "askedOf": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10", "sentBy": "MAIL", "sentOn": "2026-09-10"}""";
}
