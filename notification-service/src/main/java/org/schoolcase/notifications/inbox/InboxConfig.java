package org.schoolcase.notifications.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the live stream of an inbox behaves. */
@ConfigMapping(prefix = "schoolcase.inbox")
interface InboxConfig {

    /** Streams that one replica keeps open at most; more are refused with 503. */
    @WithDefault("500")
    int maxStreams();

    /** How often the replica looks whether something arrived for one of its streams. */
    @WithDefault("PT0.3S")
    Duration poll();

    /** Longest silence: then a comment is sent, so that proxies keep the connection. */
    @WithDefault("PT15S")
    Duration keepAlive();

    /** Age at which a stream is closed, so that the client comes back with a fresh token. */
    @WithDefault("PT10M")
    Duration maxAge();
}
