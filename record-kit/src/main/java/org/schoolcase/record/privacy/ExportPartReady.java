package org.schoolcase.record.privacy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.outbox.Event;

/** Fact: this service's part of an export lies ready to be taken; the part itself never travels as an event. */
record ExportPartReady(
        @JsonIgnore String type,
        UUID exportId,
        UUID studentId,
        int rows,
        String sha256,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer asking,
        Instant at)
        implements Event {

    @Override
    @JsonIgnore
    public UUID key() {
        return studentId;
    }
}
