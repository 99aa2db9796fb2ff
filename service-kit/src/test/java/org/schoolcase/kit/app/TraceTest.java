package org.schoolcase.kit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;

/** A deployment that traces, as docs/running-in-production.md says. */
@QuarkusTest
@TestProfile(TraceTest.Traced.class)
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class TraceTest {

    public static class Traced implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("schoolcase.traces.share", "1", "quarkus.otel.bsp.schedule.delay", "50ms");
        }
    }

    @Inject
    TracedEvents events;

    @Inject
    SpanMemory collector;

    @Test
    void sendsTheSpanInWhichAnEventIsHandled() {
        var trace = TracedEvents.newTrace();

        var seen = events.handledUnder(trace);

        assertThat(seen)
                .extracting(SpanContext::getTraceId, SpanContext::isSampled)
                .containsExactly(trace, true);
        await().untilAsserted(() -> assertThat(collector.ofTrace(trace)).anySatisfy(span -> {
            assertThat(span.getName()).isEqualTo("trace-test process");
            assertThat(span.getSpanId()).isEqualTo(seen.getSpanId());
            assertThat(span.getParentSpanId()).isEqualTo(TracedEvents.SENDER);
        }));
        assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }
}
