package org.schoolcase.notifications.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.rule.Capacity;

/** Whom a message reaches, with what the read models know of him now. */
record Addressee(
        UUID id,
        String name,
        @Nullable String language,
        @Nullable String email,
        Capacity capacity) {}
