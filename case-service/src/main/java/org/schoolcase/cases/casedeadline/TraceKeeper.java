package org.schoolcase.cases.casedeadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.schoolcase.cases.deadline.day.TraceRange;

/** Writes and reads what a deadline keeps of its count: the trace as JSON and the time it was made. */
@ApplicationScoped
class TraceKeeper {

    private static final TypeReference<List<TraceRange>> TRACE = new TypeReference<>() {};

    private final ObjectMapper json;
    private final Clock clock;

    TraceKeeper(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    String text(List<TraceRange> trace) {
        try {
            return json.writeValueAsString(trace);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A trace cannot be written", e);
        }
    }

    DeadlineView view(CaseDeadline deadline) {
        try {
            return DeadlineView.of(deadline, json.readValue(deadline.trace(), TRACE));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The trace of deadline %s cannot be read".formatted(deadline.id()), e);
        }
    }
}
