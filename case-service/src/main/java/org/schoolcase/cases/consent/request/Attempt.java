package org.schoolcase.cases.consent.request;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A try to get an answer, with what came of it (34 CFR 300.300(d)(5), 300.322(d)). */
public record Attempt(
        UUID id,
        UUID requestId,
        Means means,
        LocalDate madeOn,
        @Nullable UUID madeBy,
        Outcome outcome,
        String result) {

    /** How it was tried. */
    public enum Means {
        CALL,
        LETTER,
        VISIT,
        ELECTRONIC
    }

    /** What came of it. */
    public enum Outcome {
        REACHED,
        REPLIED,
        MESSAGE_LEFT,
        NO_ANSWER,
        NOBODY_THERE,
        RETURNED
    }
}
