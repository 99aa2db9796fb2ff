package org.schoolcase.cases.handover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for a case to go from one person to another, today. */
record HandOverRequest(
        @NotNull UUID fromStaffId,
        @NotNull UUID toStaffId,
        @NotBlank @Size(max = 1000) String reason,

        @Schema(description = "Of the preview; with it nothing moves that was not seen")
        @Nullable
        @Pattern(regexp = "[0-9a-f]{64}")
        String fingerprint) {

    static final String EXAMPLE = """
            {"fromStaffId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b11", "toStaffId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b12",
             "reason": "On leave until spring."}""";

    HandOver.Order toOrder(LocalDate today) {
        return new HandOver.Order(fromStaffId, toStaffId, reason.strip(), fingerprint, today);
    }
}
