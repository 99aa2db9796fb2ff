package org.schoolcase.notifications.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How messages are delivered. */
@ConfigMapping(prefix = "schoolcase.delivery")
interface DeliveryConfig {

    /** How long the worker sleeps at most before it looks for due messages, woken or not. */
    @WithDefault("PT1S")
    Duration poll();

    /** Messages of one channel that one replica handles at the same time. */
    @WithDefault("8")
    int concurrency();

    /** How long one conversation with the mail server may take in all. */
    @WithDefault("PT60S")
    Duration sendTimeout();

    /** After this time another worker takes a message over whose worker has died; longer than the send timeout. */
    @WithDefault("PT3M")
    Duration lease();

    /** Pause after the first failed attempt; it doubles with each further one. */
    @WithDefault("PT10S")
    Duration firstRetry();

    /** The longest pause between two attempts. */
    @WithDefault("PT5M")
    Duration longestRetry();

    /** Attempts before the message fails for good; with the pauses above about a day. */
    @WithDefault("290")
    int attempts();

    /** How long a message waits for a recipient or another profile that it needs before it fails. */
    @WithDefault("P7D")
    Duration waitingLimit();
}
