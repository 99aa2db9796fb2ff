package org.schoolcase.kit.trace;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Nothing is recorded unless a deployment asks for it; the context (W3C Trace Context) goes from request to event all the
 * same, so that ids in logs and audit can be followed. The exporter itself is chosen when the services are built.
 */
@Singleton
class TraceSampling {

    @Produces
    @Singleton
    Sampler sampler(TraceConfig config) {
        return config.share() > 0
                ? Sampler.parentBased(Sampler.traceIdRatioBased(config.share()))
                : Sampler.alwaysOff();
    }
}
