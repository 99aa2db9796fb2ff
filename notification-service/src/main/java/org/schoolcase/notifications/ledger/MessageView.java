package org.schoolcase.notifications.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.rule.Channel;

/** One line of the ledger. */
public record MessageView(
        UUID id,
        UUID eventId,
        String eventType,
        String rule,
        Channel channel,
        @Nullable UUID recipientId,
        MessageState state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String lastError,
        @Nullable String language,
        @Nullable String template,
        UUID studentId,
        @Nullable UUID caseId,
        Instant occurredAt,
        Instant createdAt,
        @Nullable Instant sentAt) {

    static MessageView of(Message message) {
        var cause = message.cause();
        return new MessageView(
                message.id(),
                cause.eventId(),
                cause.eventType(),
                message.rule(),
                message.channel(),
                message.recipientId(),
                message.state(),
                message.attempts(),
                message.nextAttemptAt(),
                message.lastError(),
                message.language(),
                message.template(),
                cause.studentId(),
                cause.caseId(),
                cause.occurredAt(),
                message.createdAt(),
                message.sentAt());
    }
}
