package org.schoolcase.cases.caseload.balance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case that could go to another manager: what it weighs, where its student goes to school, and what is due next. */
record Movable(
        UUID caseId,
        UUID studentId,
        UUID managerId,
        BigDecimal weight,
        Set<UUID> schools,
        @Nullable LocalDate nextDueOn) {}
