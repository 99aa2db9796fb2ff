package org.schoolcase.cases.communication;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A contact that was made, attempted or received. */
record CommunicationRequest(
        @Schema(description = "A guardian of the student, or somebody else by role") @Valid @NotNull
        Contact.Party with,

        @Schema(description = "Who of the staff, if not the caller; a member of the team on that day") @Nullable
        UUID staffId,

        @Schema(description = "When; the date is that of the district's zone") @NotNull
        Instant at,

        @NotNull Contact.Means means,
        @NotNull Contact.Direction direction,
        @NotNull Contact.Purpose purpose,

        @Schema(description = "BCP 47 tag of the language that the staff used")
        @NotNull
        @Size(max = 35)
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language,

        @Valid Contact.@Nullable Interpreter interpreter,

        @Schema(description = "Required when the guardian's language is another and nobody interpreted")
        Contact.@Nullable LanguageReason languageReason,

        @Valid Contact.@Nullable Translation translation,
        @NotNull Contact.Outcome outcome,

        @Schema(description = "The entry of this case that it answers") @Nullable
        UUID inReplyTo,

        @Schema(description = "What was said; a family may read it") @NotBlank @Size(max = 4000)
        String summary,

        @Schema(description = "What only the case manager and coordinators may read")
        @Size(min = 1, max = 4000)
        @Nullable
        String sealedPart) {

    static final String EXAMPLE = """
            {"with": {"guardianId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10"}, "at": "2026-09-14T16:30:00-07:00",
             "means": "CALL", "direction": "OUTGOING", "purpose": "CONSENT_REQUEST", "language": "en",
             "interpreter": {"name": "Lucia Ferrer", "qualification": "District interpreter, Spanish"},
             "outcome": "LEFT_MESSAGE", "summary": "Asked to call back about the consent form sent on Friday."}""";

    boolean isOutgoing() {
        return direction == Contact.Direction.OUTGOING;
    }

    /** Whether the staff chose the language of words that came to the other person. */
    boolean speaksToSomebody() {
        return outcome.hasArrived() && (isOutgoing() || !means.isWritten());
    }
}
