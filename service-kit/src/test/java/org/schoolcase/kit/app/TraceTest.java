package org.schoolcase.kit.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.inbox.Inbox;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;

@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SENDER = "00f067aa0ba902b7";

    @Inject
    Inbox inbox;

    @Test
    void handlesAnEventInASpanOfItsTrace() {
        var message = Records.one(
                "schoolcase.test.events",
                UUID.randomUUID(),
                TestDistrict.create().id(),
                "org.schoolcase.test.note-written.v1",
                UUID.randomUUID(),
                Map.of());
        message.headers()
                .add("traceparent", "00-%s-%s-01".formatted(TRACE, SENDER).getBytes(StandardCharsets.UTF_8));
        List<SpanContext> seen = new ArrayList<>();

        inbox.handle(
                "trace-test", Records.of(message), _ -> seen.add(Span.current().getSpanContext()));

        assertThat(seen).singleElement().satisfies(span -> {
            assertThat(span.getTraceId()).isEqualTo(TRACE);
            assertThat(span.getSpanId()).isNotEqualTo(SENDER);
            assertThat(span.isSampled()).isTrue();
        });
    }
}
