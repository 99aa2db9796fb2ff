package org.schoolcase.cases.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.eligibility.rule.Category;
import org.schoolcase.cases.eligibility.rule.DeterminationRequest.Decision;

/** A determination in a list. */
public record DeterminationLine(
        UUID id,
        UUID evaluationId,
        LocalDate decidedOn,
        Decision decision,
        @Nullable Category primaryCategory,
        @Nullable String reportingCode,
        @Nullable UUID supersedes,
        @Nullable Instant supersededAt) {}
