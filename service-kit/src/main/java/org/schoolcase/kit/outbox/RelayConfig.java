package org.schoolcase.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events leave. */
@ConfigMapping(prefix = "schoolcase.outbox")
public interface RelayConfig {

    /** Whether this process sends events; off in component tests. */
    @WithDefault("true")
    boolean relay();

    /** How long the relay waits at most before it looks again, woken or not. */
    @WithDefault("PT0.5S")
    Duration poll();

    /** How many events are sent at once. */
    @WithDefault("500")
    int batch();

    /** How long sent events stay readable as the event log. */
    @WithDefault("P7D")
    Duration keep();
}
