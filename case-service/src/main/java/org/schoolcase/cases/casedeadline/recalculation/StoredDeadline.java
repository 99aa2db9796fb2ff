package org.schoolcase.cases.casedeadline.recalculation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Step;

/** A running deadline as it was computed last. */
record StoredDeadline(
        UUID id,
        UUID caseId,
        UUID studentId,
        Step step,
        LawEvent startEvent,
        LocalDate startedOn,
        @Nullable LocalDate dueOn,
        @Nullable String ruleId,
        String trace) {}
