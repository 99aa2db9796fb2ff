package org.schoolcase.cases.communication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as it is stored and shown.
 *
 * @param attempt the how-manieth contact from the district to this person for this purpose, in order of time; null for what
 *     came in and for what was superseded
 * @param sealedPart only in the answer for one entry, to the case manager and coordinators
 */
public record Communication(
        UUID id,
        UUID caseId,
        Contact.Party with,
        UUID staffId,
        Instant at,

        @Schema(description = "The civil date of that in the district's zone")
        LocalDate on,

        Contact.Means means,
        Contact.Direction direction,
        Contact.Purpose purpose,
        @Nullable Integer attempt,
        String language,
        @Nullable String guardianLanguage,
        Contact.@Nullable Interpreter interpreter,
        Contact.@Nullable LanguageReason languageReason,
        Contact.@Nullable Translation translation,
        Contact.Outcome outcome,
        @Nullable UUID inReplyTo,
        String summary,

        @Schema(description = "Whether there is a part that only the case manager and coordinators may read")
        boolean sealed,

        @Nullable String sealedPart,
        @Nullable UUID supersedes,
        @Nullable String correctionReason,
        @Nullable UUID supersededBy,
        Instant recordedAt,
        List<Warning> warnings) {

    /** Something that the law would have otherwise, kept as it was. */
    @Schema(name = "CommunicationWarning")
    public record Warning(String code, String detail, String citation) {}

    Communication withSealedPart(String text) {
        return new Communication(
                id,
                caseId,
                with,
                staffId,
                at,
                on,
                means,
                direction,
                purpose,
                attempt,
                language,
                guardianLanguage,
                interpreter,
                languageReason,
                translation,
                outcome,
                inReplyTo,
                summary,
                sealed,
                text,
                supersedes,
                correctionReason,
                supersededBy,
                recordedAt,
                warnings);
    }
}
