package org.schoolcase.cases.casedeadline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Confidence;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.deadline.day.TraceRange;

/**
 * A deadline as the API shows it: the date, where the law says so, and how to recount it.
 *
 * @param dueOn absent with status NO_COMPUTED_DEADLINE
 * @param actBy advisory working day before, when the due date is on a weekend
 * @param explanation why there is no date
 * @param subjectId the consent, decision or referral whose date started the clock
 * @param endedBy COMPLETED when what was due was done, on {@code endedOn}; LAW_CHANGED when the rules start no such clock any more
 * @param unextended the limit without an agreed extension; absent when there is none
 * @param notes what else a reader must know of the count, such as absences added
 */
public record DeadlineView(
        UUID id,
        UUID caseId,
        UUID studentId,
        Step step,

        @Schema(enumeration = {"OPEN", "ENDED", "NO_COMPUTED_DEADLINE", "NO_NUMERIC_DEADLINE"})
        String status,

        @Nullable LocalDate dueOn,
        @Nullable LocalDate actBy,
        String jurisdiction,
        @Nullable String ruleId,
        @Nullable String citation,
        Confidence confidence,
        @Nullable String explanation,
        LawEvent startEvent,
        LocalDate startedOn,
        UUID subjectId,
        @Nullable LocalDate endedOn,

        @Schema(enumeration = {"COMPLETED", "CONSENT_REVOKED", "CASE_CLOSED", "LAW_CHANGED"}) @Nullable
        String endedBy,

        @Nullable LocalDate unextended,
        List<String> notes,
        List<TraceRange> trace) {

    static DeadlineView of(CaseDeadline deadline, List<TraceRange> trace) {
        var endedBy = deadline.endedBy();
        return new DeadlineView(
                deadline.id(),
                deadline.caseId(),
                deadline.studentId(),
                deadline.step(),
                deadline.status().name(),
                deadline.dueOn(),
                deadline.actBy(),
                deadline.jurisdiction(),
                deadline.ruleId(),
                deadline.citation(),
                deadline.confidence(),
                deadline.explanation(),
                deadline.startEvent(),
                deadline.startedOn(),
                deadline.subjectId(),
                deadline.endedOn(),
                endedBy == null ? null : endedBy.name(),
                deadline.unextended(),
                deadline.notes(),
                trace);
    }
}
