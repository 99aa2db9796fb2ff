package org.schoolcase.cases.casedeadline.whatif;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Answer;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.LimitDate;
import org.schoolcase.cases.deadline.Answer.NoNumericDeadline;
import org.schoolcase.cases.deadline.Answer.NotComputed;
import org.schoolcase.cases.deadline.Confidence;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.day.TraceRange;

/**
 * What the engine answers.
 *
 * @param earliestDay the date is the first possible day, not the last
 * @param explanation the law's words where it has no number, or why there is no date
 */
public record AnswerView(
        @Schema(enumeration = {"DUE", "NO_NUMERIC_DEADLINE", "NO_COMPUTED_DEADLINE"})
        String outcome,

        @Nullable LocalDate dueOn,
        @Nullable OffsetDateTime dueAt,
        @Nullable LocalDate actBy,
        @Nullable LocalDate notBefore,
        boolean earliestDay,
        @Nullable LocalDate unextended,
        List<LimitDate> limits,
        @Nullable String ruleId,
        @Nullable String citation,
        Confidence confidence,
        @Nullable LawEvent startEvent,
        @Nullable LocalDate startedOn,
        @Nullable LawEvent completionEvent,
        @Nullable String explanation,
        List<String> notes,
        List<TraceRange> trace) {

    static AnswerView of(Answer answer) {
        return switch (answer) {
            case Due due -> due(due);
            case NoNumericDeadline words -> without(answer, "NO_NUMERIC_DEADLINE", words.words());
            case NotComputed none -> without(answer, "NO_COMPUTED_DEADLINE", none.reason());
        };
    }

    private static AnswerView due(Due due) {
        var at = due.dueAt();
        return new AnswerView(
                "DUE",
                due.dueOn(),
                at == null ? null : at.toOffsetDateTime(),
                due.actBy(),
                due.notBefore(),
                due.earliestDay(),
                due.unextended(),
                due.limits(),
                due.ruleId(),
                due.citation(),
                due.confidence(),
                due.startEvent(),
                due.startedOn(),
                due.completionEvent(),
                null,
                due.notes(),
                due.trace());
    }

    private static AnswerView without(Answer answer, String outcome, String explanation) {
        return new AnswerView(
                outcome,
                null,
                null,
                null,
                null,
                false,
                null,
                List.of(),
                answer.ruleId(),
                answer.citation(),
                answer.confidence(),
                null,
                null,
                null,
                explanation,
                List.of(),
                List.of());
    }
}
