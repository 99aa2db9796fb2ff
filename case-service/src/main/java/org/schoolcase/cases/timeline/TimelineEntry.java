package org.schoolcase.cases.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case.
 *
 * @param kind what; null where it is sealed to the caller
 * @param words the same for people, in English or Spanish
 * @param on the date of it; recordedAt is when the suite heard of it
 * @param sealed whether it is sealed; to those without the key it says no more than that
 * @param subject what it is about, where the caller may open that
 * @param corrects the subject that this one took the place of
 * @param supersededBy the subject that took the place of this one
 */
public record TimelineEntry(
        UUID id,
        UUID caseId,

        @Schema(examples = "CONSENT_GIVEN") @Nullable String kind,

        @Schema(examples = "Consent given") String words,
        LocalDate on,
        Instant recordedAt,

        @Schema(
                description = "Role on the team of who recorded it, STAFF for others; null for the suite",
                examples = "CASE_MANAGER")
        @Nullable
        String actorRole,

        boolean sealed,
        @Nullable Subject subject,
        @Nullable UUID corrects,
        @Nullable UUID supersededBy) {

    /**
     * What something that happened is about.
     *
     * @param href where it is shown, alone or in a list; null where no request shows it
     */
    @Schema(name = "TimelineSubject")
    public record Subject(UUID id, @Nullable String href) {}
}
