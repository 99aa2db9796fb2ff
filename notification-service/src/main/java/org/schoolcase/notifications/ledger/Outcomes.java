package org.schoolcase.notifications.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.notifications.ledger.MessageEvent.Delivered;
import org.schoolcase.notifications.ledger.MessageEvent.Failed;

/** Ends messages: marks them, tells the suite, and counts. */
@ApplicationScoped
public class Outcomes {

    private final Outbox outbox;
    private final MeterRegistry meters;
    private final Clock clock;

    Outcomes(Outbox outbox, MeterRegistry meters, Clock clock) {
        this.outbox = outbox;
        this.meters = meters;
        this.clock = clock;
    }

    /** The channel has accepted the message. */
    public void sent(Message message) {
        var now = clock.instant();
        message.sent(now);
        outbox.append(new Delivered(message.id(), message.cause().eventId(), message.channel(), now));
        count("schoolcase.notifications.sent", message);
    }

    /** The message will not be sent. */
    public void failed(Message message, String reason) {
        message.fail(reason);
        outbox.append(new Failed(message.id(), message.cause().eventId(), message.channel(), clock.instant(), reason));
        count("schoolcase.notifications.failed", message);
    }

    private void count(String name, Message message) {
        meters.counter(name, "channel", message.channel().slug()).increment();
    }
}
