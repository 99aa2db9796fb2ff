package org.schoolcase.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.delivery.SendOutcome.Accepted;
import org.schoolcase.notifications.delivery.SendOutcome.Rejected;
import org.schoolcase.notifications.delivery.SendOutcome.TryLater;
import org.schoolcase.notifications.ledger.Message;
import org.schoolcase.notifications.ledger.Messages;
import org.schoolcase.notifications.ledger.Outcomes;

/** Notes in the ledger what came of an attempt. Runs in one transaction of the message's district. */
@ApplicationScoped
class FinishDelivery {

    private final Messages messages;
    private final Outcomes outcomes;
    private final Pace pace;

    FinishDelivery(Messages messages, Outcomes outcomes, Pace pace) {
        this.messages = messages;
        this.outcomes = outcomes;
        this.pace = pace;
    }

    void finish(UUID messageId, SendOutcome outcome) {
        @Nullable Message message = messages.findById(messageId, LockModeType.PESSIMISTIC_WRITE);
        if (message == null || !message.isOpen()) {
            return;
        }
        switch (outcome) {
            case Accepted() -> outcomes.sent(message);
            case Rejected(var code) -> outcomes.failed(message, code);
            case TryLater(var code) when pace.isExhausted(message) -> outcomes.failed(message, code);
            case TryLater(var code) -> message.retry(code, pace.nextAttempt(message));
        }
    }
}
