package org.schoolcase.students.identity.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.identity.match.Score.Weighed;

/** Two records that may be one student, as the API shows them. */
public record Review(
        UUID id,
        State state,
        int score,
        boolean certain,
        String scoringVersion,
        List<Weighed> reasons,
        Instant foundAt,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable UUID mergeId,
        List<ComparedStudent> students) {

    /** How far the review is. */
    public enum State {
        OPEN,
        SAME,
        DIFFERENT,
        WITHDRAWN
    }

    /** A review with the version for its ETag. */
    record Versioned(Review review, long version) {}
}
