package org.schoolcase.students.roster;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the trace of a request to work that is done after it (W3C Trace Context). */
final class TraceParent {

    private static final String HEADER = "traceparent";

    private TraceParent() {}

    /** The trace of the running request; empty when there is none. */
    static String current() {
        var carrier = new HashMap<String, String>();
        W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, HashMap::put);
        return carrier.getOrDefault(HEADER, "");
    }

    /** Runs work within the trace of an earlier request. */
    static void within(@Nullable String traceparent, Runnable work) {
        var carrier = traceparent == null ? Map.<String, String>of() : Map.of(HEADER, traceparent);
        var context = W3CTraceContextPropagator.getInstance().extract(Context.current(), carrier, new Getter());
        context.wrap(work).run();
    }

    private static final class Getter implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return List.copyOf(carrier.keySet());
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String name) {
            return carrier == null ? null : carrier.get(name);
        }
    }
}
