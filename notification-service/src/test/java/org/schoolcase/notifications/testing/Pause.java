package org.schoolcase.notifications.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.ledger.MessagesQueued;
import org.schoolcase.notifications.profile.ProfileChanged;

/** Holds a transaction open at a moment of its work, so that a test can show what another does meanwhile. */
@ApplicationScoped
public class Pause {

    private static final int LAST = 5000;

    /** A transaction that stops, or has stopped. */
    public static final class Held implements AutoCloseable {

        private final Predicate<Object> moment;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        private Held(Predicate<Object> moment) {
            this.moment = moment;
        }

        public void awaitReached() throws InterruptedException {
            if (!reached.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nothing came to the moment");
            }
        }

        public void release() {
            released.countDown();
        }

        @Override
        public void close() {
            release();
        }
    }

    private volatile @Nullable Held held;

    /** Who stores this profile stops before he commits. */
    public Held storing(UUID profile) {
        return at(
                moment -> moment instanceof ProfileChanged change && change.id().equals(profile));
    }

    /** The second who queues messages stops before he commits: the first is who plans them, the second who addresses them. */
    public Held addressing() {
        var first = new CountDownLatch(1);
        return at(moment -> {
            var second = moment instanceof MessagesQueued && first.getCount() == 0;
            first.countDown();
            return second;
        });
    }

    private Held at(Predicate<Object> moment) {
        var pause = new Held(moment);
        held = pause;
        return pause;
    }

    void on(@Observes @Priority(LAST) ProfileChanged change) throws InterruptedException {
        stop(change);
    }

    void on(@Observes @Priority(LAST) MessagesQueued queued) throws InterruptedException {
        stop(queued);
    }

    private void stop(Object moment) throws InterruptedException {
        var pause = held;
        if (pause != null && pause.reached.getCount() > 0 && pause.moment.test(moment)) {
            pause.reached.countDown();
            pause.released.await(20, TimeUnit.SECONDS);
        }
    }
}
