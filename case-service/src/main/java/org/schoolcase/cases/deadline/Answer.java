package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine says about one step: a date that can be recounted, or that there is none, and why. */
public sealed interface Answer {

    String jurisdiction();

    Step step();

    Confidence confidence();

    /**
     * A computed due date.
     *
     * @param dueOn satisfied through the end of this local day; never moved for a weekend or holiday
     * @param actBy advisory last working day before, when nobody works on the due date; else null
     * @param trace day 0 first, then every day up to the due date, in ranges
     */
    record Due(
            String jurisdiction,
            Step step,
            String ruleId,
            LawEvent startEvent,
            LocalDate startedOn,
            LocalDate dueOn,
            @Nullable LocalDate actBy,
            String citation,
            Confidence confidence,
            List<TraceRange> trace)
            implements Answer {}

    /**
     * NO_COMPUTED_DEADLINE: there may well be a limit in law, but the engine does not count it.
     *
     * @param ruleId the rule that applies, when it is known
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
