package org.schoolcase.kit.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A CloudEvents message in binary mode, as read from Kafka. */
public final class ReceivedEvent {

    private static final JsonMapper TOLERANT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .build();

    private final UUID id;
    private final String type;
    private final UUID districtId;
    private final String key;
    private final Instant time;
    private final byte @Nullable [] data;
    private final @Nullable String traceparent;

    private ReceivedEvent(ConsumerRecord<String, byte[]> message) {
        id = UUID.fromString(header(message, "ce_id"));
        type = header(message, "ce_type");
        districtId = UUID.fromString(header(message, "ce_district"));
        key = message.key();
        time = Instant.parse(header(message, "ce_time"));
        data = message.value();
        var trace = message.headers().lastHeader("traceparent");
        traceparent = trace == null ? null : new String(trace.value(), StandardCharsets.UTF_8);
    }

    /** Reads the attributes of CloudEvents. @throws UnreadableEvent if one is missing or malformed */
    static ReceivedEvent of(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null) {
            throw new UnreadableEvent("key-missing");
        }
        try {
            return new ReceivedEvent(message);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEvent("attribute-malformed");
        }
    }

    /** CloudEvents id: the same on every delivery. */
    public UUID id() {
        return id;
    }

    /** CloudEvents type. */
    public String type() {
        return type;
    }

    /** District the event is of. */
    public UUID districtId() {
        return districtId;
    }

    /** Kafka key: the aggregate's id. */
    public String key() {
        return key;
    }

    /** When it happened. */
    public Instant time() {
        return time;
    }

    /** W3C trace context of the request that caused the event. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    /** True where the thing is gone for good and what is known of it must go too. */
    public boolean isTombstone() {
        return data == null;
    }

    /**
     * The payload. Fields the record does not know are ignored, unknown enum values are null.
     *
     * @throws UnreadableEvent if it is no such payload; the event becomes a dead letter
     */
    public <T> T data(Class<T> recordType) {
        try {
            T value = data == null ? null : TOLERANT.readValue(data, recordType);
            if (value == null) {
                throw new UnreadableEvent("data-missing");
            }
            return value;
        } catch (IOException e) {
            throw new UnreadableEvent("data-malformed");
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableEvent(name + "-missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
