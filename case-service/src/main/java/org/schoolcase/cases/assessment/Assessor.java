package org.schoolcase.cases.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who gave an instrument, and what entitles him to (34 CFR 300.304(c)(1)(iv)). */
public record Assessor(
        @NotNull UUID staffId, @Valid @Nullable Credential credential) {

    /**
     * A licence or certificate.
     *
     * @param expiresOn last day that it holds; absent where it does not end
     */
    @Schema(name = "AssessorCredential")
    public record Credential(
            @Schema(description = "Such as School psychologist") @NotBlank @Size(max = 120)
            String kind,

            @NotBlank @Size(max = 160) String issuer,

            @Size(max = 60) @Nullable String number,

            @Nullable LocalDate expiresOn) {}
}
