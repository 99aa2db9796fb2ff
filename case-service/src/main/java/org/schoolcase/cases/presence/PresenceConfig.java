package org.schoolcase.cases.presence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How streams of presence are served. */
@ConfigMapping(prefix = "schoolcase.presence")
interface PresenceConfig {

    /** How often a stream looks who is there. */
    @WithDefault("1s")
    Duration poll();

    /** The longest silence of a stream, to which a poll may come. */
    @WithDefault("14s")
    Duration keepAlive();

    /** How often a stream asks whether the case is still open to its reader. */
    @WithDefault("30s")
    Duration recheck();

    /** The longest life of a stream. */
    @WithDefault("10m")
    Duration maxAge();

    /** Streams that one process serves. */
    @WithDefault("200")
    int maxStreams();

    /** Streams of one person that one process serves. */
    @WithDefault("5")
    int maxStreamsOfOne();
}
