package org.schoolcase.kit.outbox;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.journal.Journal.EventsCommitted;
import org.schoolcase.kit.outbox.WaitingEvents.Backlog;

/**
 * Sends stored events to Kafka, in order per key, and marks them sent only when the broker has them. One thread; woken
 * by commits of this process and by those of others, with a poll behind that. A crash between the broker's confirmation
 * and the mark sends an event again under the same id, which the inboxes drop.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofMillis(500);
    private static final Duration CLOSE = Duration.ofSeconds(2);
    private static final int MEASURE_EVERY = 10;

    private final AgroalDataSource dataSource;
    private final Producers producers;
    private final RelayConfig config;
    private final WakeUps wakeUps;
    private final String service;
    private final Semaphore work = new Semaphore(0);
    private final AtomicBoolean committedHere = new AtomicBoolean();
    private volatile Backlog backlog = new Backlog(0, 0);
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            @DataSource("relay") AgroalDataSource dataSource,
            Producers producers,
            RelayConfig config,
            WakeUps wakeUps,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.producers = producers;
        this.config = config;
        this.wakeUps = wakeUps;
        this.service = service;
        metrics.gauge("schoolcase.outbox.waiting", this, relay -> relay.backlog.waiting());
        metrics.gauge("schoolcase.outbox.age.seconds", this, relay -> relay.backlog.ageSeconds());
    }

    void start(@Observes StartupEvent event) {
        if (config.relay()) {
            running = true;
            thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
            wakeUps.listen(work::release);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wakeUps.stop();
        work.release();
        if (thread != null && !thread.join(CLOSE)) {
            thread.interrupt();
            thread.join(CLOSE);
        }
    }

    void wake(@Observes EventsCommitted committed) {
        committedHere.set(true);
        work.release();
    }

    private void run() {
        while (running) {
            try (var connection = dataSource.getConnection();
                    var producer = new Closing(producers.open())) {
                relay(new WaitingEvents(connection), producer.producer());
            } catch (SQLException | KafkaException | IllegalStateException e) {
                LOG.warnf(
                        "Events wait, the relay starts again: %s", e.getClass().getName());
                pause();
            }
        }
    }

    private void relay(WaitingEvents events, Producer<String, byte[]> producer) throws SQLException {
        for (int round = 0; running; round++) {
            if (round % MEASURE_EVERY == 0) {
                events.lockBuckets();
                backlog = events.backlog();
            }
            if (committedHere.getAndSet(false) && !events.holdsAll()) {
                wakeUps.tellOthers();
            }
            if (send(events, producer) < config.batch()) {
                await();
            }
        }
    }

    private int send(WaitingEvents events, Producer<String, byte[]> producer) throws SQLException {
        var batch = events.next(config.batch());
        if (!batch.isEmpty()) {
            var confirmations = new ArrayList<Future<?>>(batch.size());
            for (var event : batch) {
                confirmations.add(accepted(producer.send(event.toRecord(service))));
            }
            producer.flush();
            confirmed(confirmations);
            events.markSent(batch.stream().map(WaitingEvent::seq).toList());
        }
        return batch.size();
    }

    /** The producer hands back, rather than throws, what it refuses at once; the next event must not overtake this one. */
    private static Future<?> accepted(Future<?> confirmation) {
        if (confirmation.isDone()) {
            confirmed(List.of(confirmation));
        }
        return confirmation;
    }

    private static void confirmed(List<Future<?>> confirmations) {
        try {
            for (var confirmation : confirmations) {
                confirmation.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not take an event", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void await() {
        try {
            if (work.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                work.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAULT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes a producer without waiting long for what the broker did not take: it is still stored and is sent again. */
    private record Closing(Producer<String, byte[]> producer) implements AutoCloseable {
        @Override
        public void close() {
            producer.close(CLOSE);
        }
    }
}
