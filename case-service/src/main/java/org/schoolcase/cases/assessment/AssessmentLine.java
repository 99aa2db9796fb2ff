package org.schoolcase.cases.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.cases.instrument.definition.Purpose;

/** An assessment in a list, without answers and scores. */
public record AssessmentLine(
        UUID id,
        InstrumentKind kind,
        String instrumentKey,
        int instrumentVersion,
        Purpose purpose,
        String status,
        LocalDate administeredOn,
        @Nullable LocalDate completedOn,
        String language,
        UUID assessorId,
        @Nullable UUID supersedes,
        @Nullable UUID supersededBy) {}
