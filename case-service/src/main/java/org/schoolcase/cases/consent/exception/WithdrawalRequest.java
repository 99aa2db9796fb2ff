package org.schoolcase.cases.consent.exception;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Says why an exception should not have been recorded. */
@Schema(name = "ConsentExceptionWithdrawal")
record WithdrawalRequest(
        @Schema(description = "What was wrong with it") @NotBlank @Size(max = 2000)
        String reason) {

    static final String EXAMPLE = """
            {"reason": "The mother was found: the address in the file was an old one."}""";
}
