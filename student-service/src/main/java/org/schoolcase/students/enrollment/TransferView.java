package org.schoolcase.students.enrollment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transfer as the API shows it. The law asks for promptness (34 CFR 300.323(g)) and names no number of days. */
public record TransferView(
        UUID id,
        Direction direction,
        String organization,
        @Nullable String otherDistrict,
        LocalDate effectiveOn,
        boolean planInForce,
        @Nullable LocalDate recordsRequestedOn,
        @Nullable String recordsRequestedBy,
        @Nullable LocalDate recordsAnsweredOn,
        @Nullable RecordsAnswer recordsAnswer,
        @Nullable String recordsAnsweredBy,
        String recordedBy,
        Instant recordedAt) {}
