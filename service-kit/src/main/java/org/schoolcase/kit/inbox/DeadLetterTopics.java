package org.schoolcase.kit.inbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.inbox.DeadLetterResource.DeadLetterView;

/** Reads the dead-letter topics of this service and sends single messages back. */
@ApplicationScoped
class DeadLetterTopics {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, Object> broker;
    private final DeadLetters letters;
    private final String suffix;

    DeadLetterTopics(@Identifier("default-kafka-broker") Map<String, Object> broker, DeadLetters letters) {
        this.broker = broker;
        this.letters = letters;
        this.suffix = letters.topicOf("");
    }

    List<DeadLetterView> newest(int limit) {
        try (var consumer = open()) {
            var partitions = partitions(consumer);
            var ends = consumer.endOffsets(partitions, PATIENCE);
            var starts = consumer.beginningOffsets(partitions, PATIENCE);
            consumer.assign(partitions);
            long expected = 0;
            for (var partition : partitions) {
                var from = Math.max(starts.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - limit);
                consumer.seek(partition, from);
                expected += ends.getOrDefault(partition, 0L) - from;
            }
            return read(consumer, expected).stream()
                    .sorted(Comparator.comparing(DeadLetterView::at).reversed())
                    .limit(limit)
                    .toList();
        }
    }

    boolean replay(String topic, int partition, long offset) {
        if (!topic.endsWith(suffix)) {
            return false;
        }
        try (var consumer = open()) {
            return find(consumer, new TopicPartition(topic, partition), offset)
                    .filter(letter -> header(letter, DeadLetters.TOPIC) != null)
                    .map(letter -> {
                        letters.send(original(letter));
                        return true;
                    })
                    .orElse(false);
        }
    }

    private Optional<ConsumerRecord<String, byte[]>> find(
            Consumer<String, byte[]> consumer, TopicPartition place, long offset) {
        if (!partitions(consumer).contains(place)
                || consumer.endOffsets(List.of(place), PATIENCE).getOrDefault(place, 0L) <= offset) {
            return Optional.empty();
        }
        consumer.assign(List.of(place));
        consumer.seek(place, offset);
        for (var letter : consumer.poll(PATIENCE)) {
            return letter.offset() == offset ? Optional.of(letter) : Optional.empty();
        }
        return Optional.empty();
    }

    private List<DeadLetterView> read(Consumer<String, byte[]> consumer, long expected) {
        var found = new ArrayList<DeadLetterView>();
        while (found.size() < expected) {
            var polled = consumer.poll(PATIENCE);
            if (polled.isEmpty()) {
                break;
            }
            polled.forEach(letter -> found.add(view(letter)));
        }
        return found;
    }

    private List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        return consumer.listTopics(PATIENCE).entrySet().stream()
                .filter(topic -> topic.getKey().endsWith(suffix))
                .flatMap(topic -> topic.getValue().stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private Consumer<String, byte[]> open() {
        var config = new HashMap<>(broker);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static ProducerRecord<String, byte[]> original(ConsumerRecord<String, byte[]> letter) {
        var headers = new RecordHeaders();
        for (var header : letter.headers()) {
            if (!header.key().startsWith("dead-letter-")) {
                headers.add(header);
            }
        }
        return new ProducerRecord<>(
                String.valueOf(header(letter, DeadLetters.TOPIC)), null, letter.key(), letter.value(), headers);
    }

    private static DeadLetterView view(ConsumerRecord<String, byte[]> letter) {
        return new DeadLetterView(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                String.valueOf(header(letter, DeadLetters.REASON)),
                String.valueOf(header(letter, DeadLetters.TOPIC)),
                header(letter, "ce_id"),
                header(letter, "ce_type"),
                header(letter, "ce_district"),
                Instant.ofEpochMilli(letter.timestamp()));
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
