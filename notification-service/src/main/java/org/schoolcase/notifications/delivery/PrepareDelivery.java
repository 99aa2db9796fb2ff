package org.schoolcase.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.delivery.Decision.Refuse;
import org.schoolcase.notifications.delivery.Decision.Tell;
import org.schoolcase.notifications.delivery.Decision.Wait;
import org.schoolcase.notifications.inbox.InboxEntry;
import org.schoolcase.notifications.inbox.Inboxes;
import org.schoolcase.notifications.ledger.Message;
import org.schoolcase.notifications.ledger.Messages;
import org.schoolcase.notifications.ledger.Outcomes;

/**
 * Brings one due message as far as the database can: into the inbox, aside, to its end, or to a mail that is ready to be
 * sent. Runs in one transaction of the message's district.
 */
@ApplicationScoped
class PrepareDelivery {

    private final Messages messages;
    private final Decide decide;
    private final Inboxes inboxes;
    private final Outcomes outcomes;
    private final Pace pace;

    PrepareDelivery(Messages messages, Decide decide, Inboxes inboxes, Outcomes outcomes, Pace pace) {
        this.messages = messages;
        this.decide = decide;
        this.inboxes = inboxes;
        this.outcomes = outcomes;
        this.pace = pace;
    }

    /** The decision to tell somebody by mail; empty when nothing is left to be done outside the transaction. */
    Optional<Tell> prepare(UUID messageId) {
        // In its student's turn and locked before the profiles are read: one that comes meanwhile finds the message as
        // this
        // leaves it, and wakes it or adds to it.
        @Nullable Message message = messages.findById(messageId, LockModeType.PESSIMISTIC_WRITE);
        return message == null || !message.isOpen() ? Optional.empty() : follow(message, decide.on(message));
    }

    private Optional<Tell> follow(Message message, Decision decision) {
        switch (decision) {
            case Tell tell -> {
                return tell(message, tell);
            }
            case Wait(var missing) when pace.hasWaitedTooLong(message) -> outcomes.failed(message, missing);
            case Wait(var missing) -> message.waitFor(missing, pace.nextLook(message));
            case Refuse(var reason) -> outcomes.failed(message, reason);
        }
        return Optional.empty();
    }

    private Optional<Tell> tell(Message message, Tell tell) {
        message.attempt(tell.text(), pace.leaseEnd());
        return switch (message.channel()) {
            case EMAIL -> Optional.of(tell);
            case IN_APP -> {
                var owner = Objects.requireNonNull(message.recipientId());
                var cause = message.cause();
                inboxes.deliver(new InboxEntry(message.id(), owner, cause.studentId(), cause.caseId(), tell.text()));
                outcomes.sent(message);
                yield Optional.empty();
            }
        };
    }
}
