package org.schoolcase.cases.evaluation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells that a parent was given a copy. */
@Schema(name = "ParentCopyRequest")
public record CopyRequest(
        @NotNull UUID guardianId,
        @NotNull LocalDate givenOn,
        @NotNull ParentCopy.Method method,

        @Schema(description = "BCP 47 tag of the language of the copy, or of its explanation")
        @NotNull
        @Size(max = 35)
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language) {

    public static final String EXAMPLE = """
            {"guardianId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10", "givenOn": "2026-11-16", "method": "IN_PERSON",
             "language": "es"}""";
}
