package org.schoolcase.notifications.ledger;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rules and templates read of a fact, whichever type it has; other fields are ignored. */
record EventFacts(
        UUID studentId,
        @Nullable UUID caseId,
        @Nullable UUID caseManagerId,
        @Nullable UUID agencyId,
        @Nullable UUID requestedBy,
        @Nullable String state,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate earliestOn) {

    EventFacts {
        requireNonNull(studentId, "studentId");
    }

    /** The day that the message names: until when something is due, or before which nothing happens. */
    @Nullable
    LocalDate day() {
        return dueOn == null ? earliestOn : dueOn;
    }
}
