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
        @Nullable LocalDate dueOn) {

    EventFacts {
        requireNonNull(studentId, "studentId");
    }
}
