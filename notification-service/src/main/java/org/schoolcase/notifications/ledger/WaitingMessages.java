package org.schoolcase.notifications.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.schoolcase.notifications.profile.ProfileChanged;

/** Looks at messages again when a profile comes that they may wait for; drops what is for or about an erased person. */
@ApplicationScoped
class WaitingMessages {

    private final Messages messages;
    private final Outcomes outcomes;
    private final Clock clock;

    WaitingMessages(Messages messages, Outcomes outcomes, Clock clock) {
        this.messages = messages;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    void on(@Observes ProfileChanged change) {
        if (change.erased()) {
            messages.open(change).forEach(message -> outcomes.failed(message, "recipient.erased"));
        } else {
            messages.lookAgain(change, clock.instant());
        }
    }
}
