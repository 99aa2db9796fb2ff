package org.schoolcase.cases.evaluation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When an evaluation was reviewed, planned and reported, for lists. */
public record EvaluationLine(
        UUID id,
        UUID caseId,
        Cycle cycle,
        LocalDate reviewedOn,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate reportedOn) {}
