package org.schoolcase.cases.intake.suggestion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion to look at a student, as the API shows it.
 *
 * @param indicators those that are flagged
 * @param reason why it was dismissed
 * @param caseId the case that was opened from it
 * @param version grows with each change
 */
public record Suggestion(
        UUID id,
        UUID studentId,
        Status status,
        List<Flag> indicators,
        Instant madeAt,
        Instant updatedAt,
        @Nullable LocalDate decidedOn,
        @Nullable UUID decidedBy,
        @Nullable String reason,
        @Nullable UUID caseId,
        long version) {

    /** What became of it. */
    public enum Status {
        OPEN,
        CONFIRMED,
        DISMISSED,
        LAPSED,
        FOLDED
    }

    /** A flagged indicator. */
    public record Flag(String indicator, String level, LocalDate changedOn) {}
}
