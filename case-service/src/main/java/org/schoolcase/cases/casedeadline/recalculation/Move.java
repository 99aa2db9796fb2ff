package org.schoolcase.cases.casedeadline.recalculation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;

/**
 * A due date that moved, as the API shows it.
 *
 * @param fromOn absent when there was no date before
 * @param toOn absent when there is none now
 * @param because what changed: a calendar, a local rule, the law's text, a fact, or the student's school
 * @param details what is counted otherwise than before, to be read by people
 */
public record Move(
        UUID id,
        UUID caseId,
        UUID studentId,
        UUID deadlineId,
        String step,
        @Nullable LocalDate fromOn,
        @Nullable LocalDate toOn,
        Because because,
        String details,
        Instant movedAt) {}
