package org.schoolcase.cases.casedeadline.recalculation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.Answer;
import org.schoolcase.cases.deadline.Answer.Due;
import org.schoolcase.cases.deadline.Answer.NoNumericDeadline;
import org.schoolcase.cases.deadline.Answer.NotComputed;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.day.TraceRange;

/** A deadline as it is computed now, in the columns of its table. */
record Recomputed(
        UUID id,
        String status,
        String jurisdiction,
        @Nullable String ruleId,
        LawEvent startEvent,
        LocalDate startedOn,
        @Nullable LawEvent completionEvent,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate actBy,
        @Nullable LocalDate unextended,
        @Nullable String citation,
        String confidence,
        @Nullable String explanation,
        List<String> notes,
        List<TraceRange> trace,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy) {

    static Recomputed of(StoredDeadline before, Answer answer) {
        return switch (answer) {
            case Due due ->
                new Recomputed(
                        before.id(),
                        "OPEN",
                        due.jurisdiction(),
                        due.ruleId(),
                        due.startEvent(),
                        due.startedOn(),
                        due.completionEvent(),
                        due.dueOn(),
                        due.actBy(),
                        due.unextended(),
                        due.citation(),
                        due.confidence().name(),
                        null,
                        due.notes(),
                        due.trace(),
                        null,
                        null);
            case NoNumericDeadline words -> without(before, answer, "NO_NUMERIC_DEADLINE", words.words());
            case NotComputed none -> without(before, answer, "NO_COMPUTED_DEADLINE", none.reason());
        };
    }

    /** The same, ended: law starts no such clock any more. */
    Recomputed ended(LocalDate on) {
        return new Recomputed(
                id,
                "ENDED",
                jurisdiction,
                ruleId,
                startEvent,
                startedOn,
                completionEvent,
                dueOn,
                actBy,
                unextended,
                citation,
                confidence,
                explanation,
                notes,
                trace,
                on,
                "LAW_CHANGED");
    }

    private static Recomputed without(StoredDeadline before, Answer answer, String status, String explanation) {
        return new Recomputed(
                before.id(),
                status,
                answer.jurisdiction(),
                answer.ruleId(),
                before.startEvent(),
                before.startedOn(),
                null,
                null,
                null,
                null,
                answer.citation(),
                answer.confidence().name(),
                explanation,
                List.of(),
                List.of(),
                null,
                null);
    }
}
