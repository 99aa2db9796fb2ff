package org.schoolcase.notifications.ledger;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.inbox.ReceivedEvent;

/**
 * The event because of which messages are owed: what happened when, and whom it is about.
 *
 * @param requestedBy the staff member or guardian who asked for what happened
 * @param dueOn the day that its messages name
 */
@Embeddable
public record Cause(
        UUID eventId,
        String eventType,
        UUID studentId,
        @Nullable UUID caseId,
        @Nullable UUID agencyId,
        @Nullable UUID requestedBy,
        @Nullable LocalDate dueOn,
        Instant occurredAt) {

    static Cause of(ReceivedEvent event, EventFacts facts) {
        return new Cause(
                event.id(),
                event.type(),
                facts.studentId(),
                facts.caseId(),
                facts.agencyId(),
                facts.requestedBy(),
                facts.day(),
                event.time());
    }
}
