package org.schoolcase.cases.handover;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something open that somebody bears in a case.
 *
 * @param subjectId the task, deadline, meeting, request or draft
 * @param code what it is about: the step, the kind of task or happening
 */
public record Duty(
        Kind kind,
        UUID caseId,
        UUID subjectId,
        String code,
        @Nullable LocalDate dueOn) {

    /** What sort of duty it is. */
    public enum Kind {
        TASK,
        DEADLINE,
        MEETING,
        CONSENT_REQUEST,
        REFERRAL_DECISION,
        DRAFT
    }

    /** Whether both are the same duty, whatever its day. */
    boolean isSame(Duty other) {
        return kind == other.kind && subjectId.equals(other.subjectId);
    }
}
