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
 * @param endedBecause ANSWERED when a rights holder gave or refused consent after all, USED when the evaluation that it was
 *     for was decided upon, WITHDRAWN when it had been recorded wrongly
 * @param withdrawalReason why it was withdrawn
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
        @Nullable String withdrawalReason,
        String citation) {}
