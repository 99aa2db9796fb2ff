package org.schoolcase.notifications.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.schoolcase.notifications.delivery.DueMessages.Due;
import org.schoolcase.notifications.ledger.MessagesQueued;
import org.schoolcase.notifications.rule.Channel;

/**
 * Delivers due messages, each on a virtual thread. Every channel has a loop and a bound of its own, so a slow mail server
 * holds nothing else up. Woken at commit; the poll is for what another process queued and for retries.
 */
@ApplicationScoped
class DeliveryWorker {

    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final DueMessages due;
    private final DeliverMessage delivery;
    private final DeliveryConfig config;
    private final Map<Channel, Semaphore> wakeUps = new EnumMap<>(Channel.class);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;

    DeliveryWorker(DueMessages due, DeliverMessage delivery, DeliveryConfig config) {
        this.due = due;
        this.delivery = delivery;
        this.config = config;
        for (var channel : Channel.values()) {
            wakeUps.put(channel, new Semaphore(0));
        }
    }

    void start(@Observes StartupEvent start) {
        running = true;
        wakeUps.forEach((channel, wakeUp) -> threads.execute(() -> run(channel, wakeUp)));
    }

    void stop(@Observes ShutdownEvent stop) throws InterruptedException {
        running = false;
        wake();
        threads.shutdown();
        if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessagesQueued queued) {
        wake();
    }

    private void wake() {
        wakeUps.values().forEach(Semaphore::release);
    }

    private void run(Channel channel, Semaphore wakeUp) {
        var places = new Semaphore(config.concurrency());
        try {
            while (running) {
                if (!startDue(channel, places)) {
                    wakeUp.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS);
                    wakeUp.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts as many deliveries as there are places; true when there may be more. */
    private boolean startDue(Channel channel, Semaphore places) throws InterruptedException {
        places.acquire();
        places.release();
        var free = places.availablePermits();
        try {
            var messages = due.claim(channel, free);
            for (var message : messages) {
                places.acquire();
                threads.execute(() -> deliver(message, places));
            }
            return messages.size() == free;
        } catch (SQLException e) {
            LOG.warnf("Deliveries wait for the database: %s", e.getSQLState());
            return false;
        }
    }

    private void deliver(Due message, Semaphore places) {
        try {
            delivery.deliver(message);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Message %s is tried again when its lease ends", message.messageId());
        } finally {
            places.release();
        }
    }
}
