package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.day.TraceRange;

/** What the engine says about one step: a date that can be recounted, or that there is none, and why. */
public sealed interface Answer {

    String jurisdiction();

    Step step();

    Confidence confidence();

    @Nullable
    String ruleId();

    @Nullable
    String citation();

    /**
     * A computed due date.
     *
     * @param dueOn satisfied through the end of this local day; never moved for a weekend or holiday
     * @param dueAt the moment, for limits in hours
     * @param actBy advisory last school day before, when there is no school on the due date; else null
     * @param notBefore the day on which the step's window opens
     * @param earliestDay whether the date is the first possible day, and not the last
     * @param unextended the limit without the agreed extension; null when there is none
     * @param limits every limit that was weighed, when there are several
     * @param notes what else a reader must know, such as absences added
     * @param trace day 0 first, then every day up to the due date, in ranges
     */
    record Due(
            String jurisdiction,
            Step step,
            String ruleId,
            LawEvent startEvent,
            LocalDate startedOn,
            LawEvent completionEvent,
            LocalDate dueOn,
            @Nullable ZonedDateTime dueAt,
            @Nullable LocalDate actBy,
            @Nullable LocalDate notBefore,
            boolean earliestDay,
            @Nullable LocalDate unextended,
            List<LimitDate> limits,
            String citation,
            Confidence confidence,
            List<String> notes,
            List<TraceRange> trace)
            implements Answer {}

    /** One of several limits, with its own date. */
    record LimitDate(LawEvent startEvent, LocalDate startedOn, String words, LocalDate on) {}

    /** NO_NUMERIC_DEADLINE: law has words and no number; here are the words. */
    record NoNumericDeadline(
            String jurisdiction, Step step, String ruleId, String words, String citation, Confidence confidence)
            implements Answer {}

    /**
     * NO_COMPUTED_DEADLINE: there may well be a limit in law, but a fact, a calendar or the rule is missing.
     *
     * @param reason why there is no date, with the words of the rule
     * @param citation where to read the rule, when it is known
     */
    record NotComputed(
            String jurisdiction,
            Step step,
            @Nullable String ruleId,
            String reason,
            @Nullable String citation,
            Confidence confidence)
            implements Answer {}
}
