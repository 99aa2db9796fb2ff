package org.schoolcase.notifications.rule;

import java.util.Locale;

/** A way by which a message reaches a person. */
public enum Channel {
    EMAIL,
    IN_APP;

    /** The channel as file names and metrics write it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
