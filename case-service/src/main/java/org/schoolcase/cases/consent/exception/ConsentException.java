package org.schoolcase.cases.consent.exception;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.consent.ConsentKind;

/**
 * An exception as the API shows it.
 *
 * @param requestId the request that had no answer
 * @param endedOn since when it holds no more
 * @param endedBecause ANSWERED when a rights holder gave or refused consent after all
 */
public record ConsentException(
        UUID id,
        UUID caseId,
        ConsentKind kind,
        ExceptionGround ground,
        String explanation,
        @Nullable String documentReference,
        @Nullable UUID requestId,
        LocalDate decidedOn,
        @Nullable LocalDate endedOn,
        @Nullable String endedBecause,
        String citation) {}
