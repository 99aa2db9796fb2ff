package org.schoolcase.cases.assessment;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document by reference; its bytes are elsewhere, its hash says that they are the same. */
@Schema(name = "AssessmentAttachment")
public record Attachment(
        @Schema(description = "https address, or urn:uuid: with the id of a stored document")
        @NotNull
        @Size(max = 500)
        @Pattern(regexp = "https://[!-~]+|urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        String uri,

        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,

        @Schema(examples = "application/pdf") @NotNull @Size(max = 100) @Pattern(regexp = "[a-z]+/[a-z0-9.+-]+")
        String mediaType,

        @NotBlank @Size(max = 200) String title) {}
