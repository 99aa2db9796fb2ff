package org.schoolcase.kit.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.outbox.Producers;

/** Puts messages aside that cannot be handled: unchanged, with the reason and the place they came from, and no content in a header. */
@ApplicationScoped
public class DeadLetters {

    static final String REASON = "dead-letter-reason";
    static final String TOPIC = "dead-letter-topic";
    static final String PARTITION = "dead-letter-partition";
    static final String OFFSET = "dead-letter-offset";
    static final String CONSUMER = "dead-letter-consumer";
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Producers producers;
    private final MeterRegistry metrics;
    private final String service;
    private @Nullable Producer<String, byte[]> producer;

    DeadLetters(
            Producers producers,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.producers = producers;
        this.metrics = metrics;
        this.service = service;
    }

    /** Name of the topic that holds what this service could not handle of a topic. */
    String topicOf(String topic) {
        return topic + "." + service + ".dlq";
    }

    void bury(String consumer, ConsumerRecord<String, byte[]> message, String reason) {
        var headers = new RecordHeaders(message.headers().toArray());
        headers.add(REASON, bytes(reason))
                .add(TOPIC, bytes(message.topic()))
                .add(PARTITION, bytes(Integer.toString(message.partition())))
                .add(OFFSET, bytes(Long.toString(message.offset())))
                .add(CONSUMER, bytes(consumer));
        send(new ProducerRecord<>(topicOf(message.topic()), null, message.key(), message.value(), headers));
        metrics.counter("schoolcase.dead.letters", "topic", message.topic(), "consumer", consumer)
                .increment();
        LOG.warnf(
                "Dead letter: %s, partition %d, offset %d: %s",
                message.topic(), message.partition(), message.offset(), reason);
    }

    /** Sends a message and waits for the broker. */
    void send(ProducerRecord<String, byte[]> message) {
        try {
            producer().send(message).get();
        } catch (ExecutionException e) {
            throw new KafkaException("The broker did not take a dead letter", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void close(@Observes ShutdownEvent event) {
        if (producer != null) {
            producer.close(java.time.Duration.ofSeconds(1));
        }
    }

    private synchronized Producer<String, byte[]> producer() {
        if (producer == null) {
            producer = producers.open();
        }
        return producer;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
