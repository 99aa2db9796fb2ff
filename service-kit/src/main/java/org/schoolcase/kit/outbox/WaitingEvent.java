package org.schoolcase.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** An event as the relay reads it, and as a CloudEvents 1.0 message in binary mode. */
record WaitingEvent(
        long seq,
        UUID id,
        UUID districtId,
        String topic,
        String key,
        String type,
        OffsetDateTime occurredAt,
        @Nullable String data,
        @Nullable String traceparent) {

    private static final String SCHEMAS = "https://schoolcase.org/events/";

    ProducerRecord<String, byte[]> toRecord(String source) {
        var headers = new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(id.toString()))
                .add("ce_source", bytes("/" + source))
                .add("ce_type", bytes(type))
                .add("ce_subject", bytes(key))
                .add("ce_time", bytes(occurredAt.toInstant().toString()))
                .add("ce_dataschema", bytes(SCHEMAS + type + ".json"))
                .add("ce_district", bytes(districtId.toString()))
                .add("content-type", bytes("application/json"));
        if (traceparent != null) {
            headers.add("traceparent", bytes(traceparent)).add("ce_traceparent", bytes(traceparent));
        }
        return new ProducerRecord<>(topic, null, key, data == null ? null : bytes(data), headers);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
