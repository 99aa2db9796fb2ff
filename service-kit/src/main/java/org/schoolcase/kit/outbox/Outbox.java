package org.schoolcase.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.journal.Journal;
import org.schoolcase.kit.journal.PendingEvent;

/** Stores events next to the data they tell of; the relay sends them once the transaction has committed. */
@ApplicationScoped
public class Outbox {

    private static final int LONGEST = 900_000;

    private final Journal journal;
    private final ObjectMapper json;
    private final Clock clock;
    private final String factsTopic;

    Outbox(
            Journal journal,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "schoolcase.events.topic") String factsTopic) {
        this.journal = journal;
        this.json = json;
        this.clock = clock;
        this.factsTopic = factsTopic;
    }

    /** Tells a fact on the service's own topic. Refuses to work outside a transaction. */
    public void append(Event fact) {
        add(factsTopic, fact.key(), fact.type(), fact);
    }

    /** Tells the present state of a thing on a compacted topic; null says that it is gone for good (a tombstone). */
    public void state(String topic, UUID key, String type, @Nullable Object profile) {
        add(topic, key, type, profile);
    }

    private void add(String topic, UUID key, String type, @Nullable Object data) {
        journal.add(new PendingEvent(
                Ids.next(),
                topic,
                key.toString(),
                type,
                clock.instant(),
                data == null ? null : text(type, data),
                traceparent()));
    }

    private String text(String type, Object data) {
        try {
            var text = json.writeValueAsString(data);
            if (text.length() > LONGEST) {
                throw new IllegalStateException("Too large for the broker: an event of type " + type);
            }
            return text;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written as JSON: an event of type " + type, e);
        }
    }

    private static @Nullable String traceparent() {
        if (!Span.current().getSpanContext().isValid()) {
            return null;
        }
        var carrier = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, HashMap::put);
        return carrier.get("traceparent");
    }
}
