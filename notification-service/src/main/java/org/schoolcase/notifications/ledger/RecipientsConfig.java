package org.schoolcase.notifications.ledger;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How recipients of an event are found out. */
@ConfigMapping(prefix = "schoolcase.recipients")
interface RecipientsConfig {

    /** How long after an event was received recipients are added who were so at the event, but became known only later. */
    @WithDefault("PT24H")
    Duration lateLimit();
}
