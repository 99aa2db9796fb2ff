package org.schoolcase.record.privacy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.outbox.Event;

/** Fact: this service has destroyed what it kept of a student (34 CFR 300.624): kinds and counts, no content. */
record RecordDestroyed(
        @JsonIgnore String type, UUID destructionId, UUID studentId, List<StudentRecord.Destroyed> counts, Instant at)
        implements Event {

    @Override
    @JsonIgnore
    public UUID key() {
        return studentId;
    }
}
