package org.schoolcase.kit.trace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/** Whether traces are recorded and sent to {@code quarkus.otel.exporter.otlp.endpoint}. */
@ConfigMapping(prefix = "schoolcase.traces")
interface TraceConfig {

    /** Share of requests, 0 to 1, that are traced though their caller does not; 0 traces nothing at all. */
    @WithDefault("0")
    @DecimalMin("0")
    @DecimalMax("1")
    double share();
}
