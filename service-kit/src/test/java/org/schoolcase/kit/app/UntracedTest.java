package org.schoolcase.kit.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.testing.PostgresResource;

/** A deployment that does not ask for traces sends none, but hands the context on. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "test"))
class UntracedTest {

    @Inject
    TracedEvents events;

    @Inject
    SpanMemory collector;

    @Inject
    OpenTelemetry telemetry;

    @Test
    void handsTheContextOnAndSendsNothing() {
        var trace = TracedEvents.newTrace();

        var seen = events.handledUnder(trace);
        ((OpenTelemetrySdk) telemetry).getSdkTracerProvider().forceFlush().join(10, TimeUnit.SECONDS);

        assertThat(seen.getTraceId()).isEqualTo(trace);
        assertThat(seen.getSpanId()).isNotEqualTo(TracedEvents.SENDER);
        assertThat(seen.isSampled()).isFalse();
        assertThat(collector.ofTrace(trace)).isEmpty();
    }
}
