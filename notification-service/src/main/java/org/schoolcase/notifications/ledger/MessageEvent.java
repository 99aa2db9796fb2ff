package org.schoolcase.notifications.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;
import org.schoolcase.notifications.rule.Channel;

/** What the rest of the suite learns about messages. */
public sealed interface MessageEvent extends Event {

    /** The channel has accepted the message. */
    record Delivered(UUID messageId, UUID eventId, Channel channel, Instant at) implements MessageEvent {}

    /** The message will not be sent, for the reason that the code names. */
    record Failed(UUID messageId, UUID eventId, Channel channel, Instant at, String reason) implements MessageEvent {}

    UUID messageId();

    @Override
    @JsonIgnore
    default UUID key() {
        return messageId();
    }

    @Override
    @JsonIgnore
    default String type() {
        return switch (this) {
            case Delivered _ -> "org.schoolcase.notification.delivered.v1";
            case Failed _ -> "org.schoolcase.notification.failed.v1";
        };
    }
}
