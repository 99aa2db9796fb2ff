package org.schoolcase.cases.caseload.today;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing on the caseload page.
 *
 * @param givenName of the student; absent once the profile was destroyed
 * @param familyName as the given name
 * @param code what it is about: step of law, kind of task or happening, instrument of a draft; SEALED where it may not be said
 * @param on due day, day of the meeting or of the assessment, or day since when it waits
 * @param at of what is new: when it was recorded
 * @param href where to go on
 */
public record TodayItem(
        Kind kind,
        UUID subjectId,
        UUID caseId,
        UUID studentId,
        @Nullable String givenName,
        @Nullable String familyName,
        String code,
        LocalDate on,
        @Nullable Instant at,
        String href) {

    /** What sort of thing it is. */
    public enum Kind {
        DEADLINE("/v1/cases/%s/deadlines"),
        TASK("/v1/tasks/%2$s"),
        MEETING("/v1/cases/%s/deadline-facts"),
        CONSENT_REQUEST("/v1/cases/%s/consents"),
        REFERRAL_DECISION("/v1/cases/%s/actions"),
        DRAFT("/v1/cases/%s/assessments/%s"),
        CASE("/v1/cases/%s"),
        HAPPENING("/v1/cases/%s");

        private final String href;

        Kind(String href) {
            this.href = href;
        }

        String href(UUID caseId, UUID subjectId) {
            return href.formatted(caseId, subjectId);
        }
    }
}
