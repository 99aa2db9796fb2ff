package org.schoolcase.kit.inbox;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.DatabaseFaults;
import org.schoolcase.kit.tenant.Tenants;

/**
 * Handles events so that each takes effect once: the event is claimed in the transaction of its effect. Events of one
 * district that stand together share a transaction; if that fails they are taken one by one. While the database is away
 * it waits; what cannot be read or handled becomes a dead letter, and the next event is handled.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TOGETHER = 100;
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final String CLAIM = """
            INSERT INTO inbox_event (consumer, event_id) VALUES (:consumer, :id) ON CONFLICT DO NOTHING
            """;

    private final Tenants tenants;
    private final EntityManager entityManager;
    private final DeadLetters deadLetters;
    private final Tracer tracer;
    private volatile boolean stopping;

    Inbox(Tenants tenants, EntityManager entityManager, DeadLetters deadLetters, OpenTelemetry telemetry) {
        this.tenants = tenants;
        this.entityManager = entityManager;
        this.deadLetters = deadLetters;
        this.tracer = telemetry.getTracer("schoolcase-inbox");
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Handles a batch in order; returns when all of it is handled or dead.
     *
     * @param consumer name under which this service claims events; never change it
     */
    public void handle(String consumer, ConsumerRecords<String, byte[]> records, Consumer<ReceivedEvent> handler) {
        var together = new ArrayList<Letter>();
        for (var message : records) {
            var letter = read(consumer, message);
            if (letter != null) {
                if (!together.isEmpty() && (!letter.isWith(together.getLast()) || together.size() >= TOGETHER)) {
                    handleAll(consumer, together, handler);
                    together.clear();
                }
                together.add(letter);
            }
        }
        handleAll(consumer, together, handler);
    }

    private record Letter(ConsumerRecord<String, byte[]> message, ReceivedEvent event) {
        boolean isWith(Letter other) {
            return event.districtId().equals(other.event().districtId());
        }
    }

    private @Nullable Letter read(String consumer, ConsumerRecord<String, byte[]> message) {
        try {
            return new Letter(message, ReceivedEvent.of(message));
        } catch (UnreadableEvent e) {
            deadLetters.bury(consumer, message, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void handleAll(String consumer, List<Letter> letters, Consumer<ReceivedEvent> handler) {
        if (letters.isEmpty() || (letters.size() > 1 && handledTogether(consumer, letters, handler))) {
            return;
        }
        for (var letter : letters) {
            handleOne(consumer, letter, handler);
        }
    }

    private boolean handledTogether(String consumer, List<Letter> letters, Consumer<ReceivedEvent> handler) {
        try {
            transact(consumer, letters, handler);
            return true;
        } catch (RuntimeException e) {
            LOG.debugf(
                    "A batch of %d events is taken one by one: %s",
                    letters.size(), e.getClass().getName());
            return false;
        }
    }

    private void handleOne(String consumer, Letter letter, Consumer<ReceivedEvent> handler) {
        var pause = FIRST_PAUSE;
        for (int tries = 1; !stopping; ) {
            try {
                transact(consumer, List.of(letter), handler);
                return;
            } catch (UnreadableEvent e) {
                deadLetters.bury(consumer, letter.message(), String.valueOf(e.getMessage()));
                return;
            } catch (RuntimeException e) {
                if (!DatabaseFaults.isPassing(e) && ++tries > TRIES) {
                    LOG.errorf(
                            "Event %s of type %s cannot be handled: %s",
                            letter.event().id(), letter.event().type(), kind(e));
                    deadLetters.bury(consumer, letter.message(), "handler-failed " + kind(e));
                    return;
                }
                wait(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
        throw new IllegalStateException("Stopping; the events are read again after the start");
    }

    private void transact(String consumer, List<Letter> letters, Consumer<ReceivedEvent> handler) {
        tenants.runInDistrict(letters.getFirst().event().districtId(), () -> {
            for (var letter : letters) {
                if (claim(consumer, letter.event().id())) {
                    traced(consumer, letter.event(), handler);
                }
            }
        });
    }

    private boolean claim(String consumer, UUID eventId) {
        return entityManager
                        .createNativeQuery(CLAIM)
                        .setParameter("consumer", consumer)
                        .setParameter("id", eventId)
                        .executeUpdate()
                == 1;
    }

    private void traced(String consumer, ReceivedEvent event, Consumer<ReceivedEvent> handler) {
        var span = tracer.spanBuilder(consumer + " process")
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), event, TRACE))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("cloudevents.event_id", event.id().toString())
                .setAttribute("cloudevents.event_type", event.type())
                .startSpan();
        try (var _ = span.makeCurrent()) {
            handler.accept(event);
        } finally {
            span.end();
        }
    }

    private static final TextMapGetter<ReceivedEvent> TRACE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(ReceivedEvent event) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable ReceivedEvent event, String name) {
            return event != null && name.equals("traceparent") ? event.traceparent() : null;
        }
    };

    private static String kind(Throwable fault) {
        var root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    private static void wait(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
