package org.schoolcase.kit.journal;

import org.jspecify.annotations.Nullable;

/** The answer to a request with an Idempotency-Key, to be given again. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FirstAnswer(
        String caller,
        String operation,
        String key,
        byte[] fingerprint,
        int status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {}
