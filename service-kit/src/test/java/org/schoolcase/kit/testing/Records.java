package org.schoolcase.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;

/** Kafka messages as a consumer gets them, for calling its method directly. */
public final class Records {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Records() {}

    /** One new event. Null data makes a tombstone. */
    public static ConsumerRecords<String, byte[]> batch(
            String topic, UUID districtId, String type, UUID key, @Nullable Object data) {
        return of(one(topic, Ids.next(), districtId, type, key, data));
    }

    /** One event under a given id, to be delivered more than once. */
    public static ConsumerRecord<String, byte[]> one(
            String topic, UUID eventId, UUID districtId, String type, UUID key, @Nullable Object data) {
        return raw(topic, eventId.toString(), districtId.toString(), type, key.toString(), bytes(data));
    }

    /** A message with any content, readable or not. */
    public static ConsumerRecord<String, byte[]> raw(
            String topic, String eventId, String districtId, String type, String key, byte @Nullable [] data) {
        var headers = new RecordHeaders()
                .add("ce_specversion", text("1.0"))
                .add("ce_id", text(eventId))
                .add("ce_source", text("/test"))
                .add("ce_type", text(type))
                .add("ce_time", text(Instant.now().toString()))
                .add("ce_district", text(districtId))
                .add("content-type", text("application/json"));
        return new ConsumerRecord<>(
                topic, 0, 0L, 0L, TimestampType.CREATE_TIME, 0, 0, key, data, headers, Optional.empty());
    }

    /** Several messages in one poll. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static ConsumerRecords<String, byte[]> of(ConsumerRecord<String, byte[]>... messages) {
        return new ConsumerRecords<>(
                Map.of(new TopicPartition(messages[0].topic(), 0), List.copyOf(Arrays.asList(messages))), Map.of());
    }

    private static byte @Nullable [] bytes(@Nullable Object data) {
        try {
            return data == null ? null : JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
