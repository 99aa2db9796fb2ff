package org.schoolcase.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.schoolcase.notifications.ledger.Message;

/** When a message is tried again, and when it is given up. */
@ApplicationScoped
class Pace {

    private static final int DOUBLINGS = 20;
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private final DeliveryConfig config;
    private final Clock clock;

    Pace(DeliveryConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** When another worker may take over what one has begun. */
    Instant leaseEnd() {
        return now().plus(config.lease());
    }

    boolean hasWaitedTooLong(Message message) {
        return age(message).compareTo(config.waitingLimit()) > 0;
    }

    /** Whether a recipient who is not known by now is taken for one who is none. */
    boolean isTooLateToBecomeKnown(Message message) {
        var until = message.lateUntil();
        return until == null || now().isAfter(until);
    }

    /** What waits is looked at ever more rarely: a profile that comes wakes it anyway. */
    Instant nextLook(Message message) {
        var half = age(message).dividedBy(2);
        return now().plus(shorter(half.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : half, LONGEST_WAIT));
    }

    boolean isExhausted(Message message) {
        return message.attempts() >= config.attempts();
    }

    /** The pause doubles with each attempt up to the longest. */
    Instant nextAttempt(Message message) {
        var pause = config.firstRetry().multipliedBy(1L << Math.min(message.attempts() - 1, DOUBLINGS));
        return now().plus(shorter(pause, config.longestRetry()));
    }

    private Duration age(Message message) {
        return Duration.between(message.createdAt(), now());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
