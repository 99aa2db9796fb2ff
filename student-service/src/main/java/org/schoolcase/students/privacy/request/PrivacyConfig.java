package org.schoolcase.students.privacy.request;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where the other services hand over their parts of an export, and how long an export is kept. */
@ConfigMapping(prefix = "schoolcase.privacy")
interface PrivacyConfig {

    /** Address of the case service; without it no export can be made ready. */
    Optional<URI> caseUrl();

    /** Address of the referral service; without it no export can be made ready. */
    Optional<URI> referralUrl();

    /** Address of the notification service; without it no export can be made ready. */
    Optional<URI> notificationUrl();

    /** How long parts and the finished export are kept before they are deleted. */
    @WithDefault("P14D")
    Duration exportKeep();

    /** How long one part may take to be fetched. */
    @WithDefault("PT20S")
    Duration partTimeout();

    /** How large a part may be; it is written to a file while it is worked off. */
    @WithDefault("1G")
    MemorySize partLimit();

    /** The other services by name, with their addresses. */
    default Map<String, Optional<URI>> services() {
        return Map.of(
                "case-service", caseUrl(),
                "referral-service", referralUrl(),
                "notification-service", notificationUrl());
    }
}
