package org.schoolcase.cases.assessment;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done for the family before a student answered on protected topics (20 USC 1232h). */
public record PupilRights(
        @NotNull Ground ground,

        @Schema(description = "Date the consent was received or the notice was given; not after the day of the answers")
        @NotNull
        LocalDate on,

        @Schema(description = "Who consented; holds educational rights") @Nullable
        UUID guardianId) {

    /** Prior written consent, or notice with the chance to opt out that was not taken. */
    @Schema(name = "PupilRightsGround")
    public enum Ground {
        CONSENT,
        NOTICE_WITHOUT_OPT_OUT
    }
}
