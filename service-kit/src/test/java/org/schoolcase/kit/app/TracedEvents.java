package org.schoolcase.kit.app;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;

/** Events that come with the trace of their sender. */
@ApplicationScoped
class TracedEvents {

    static final String SENDER = "00f067aa0ba902b7";

    private final Inbox inbox;

    TracedEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    static String newTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    /** The span in which a consumer handles an event of this trace, whose sender recorded it. */
    SpanContext handledUnder(String trace) {
        var message = Records.one(
                "schoolcase.test.events",
                UUID.randomUUID(),
                TestDistrict.create().id(),
                "org.schoolcase.test.note-written.v1",
                UUID.randomUUID(),
                Map.of());
        message.headers()
                .add("traceparent", "00-%s-%s-01".formatted(trace, SENDER).getBytes(StandardCharsets.UTF_8));
        List<SpanContext> seen = new ArrayList<>();
        inbox.handle(
                "trace-test", Records.of(message), _ -> seen.add(Span.current().getSpanContext()));
        return seen.getFirst();
    }
}
