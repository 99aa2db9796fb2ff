package org.schoolcase.cases.deadline;

import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.day.Toll;

/** What a clock leaves out, as a rule says it. */
sealed interface TollClause {

    /**
     * Breaks or summers of the school calendar.
     *
     * @param unlessDaysLeft not left out when at least so many calendar days of the school year remain at the start
     */
    record Breaks(Toll toll, @Nullable Integer unlessDaysLeft) implements TollClause {}

    /** The days after one event through another, such as waiting for consent. */
    record Waiting(LawEvent from, LawEvent to, String citation) implements TollClause {}

    /** Recorded periods of a circumstance, such as a child who is not produced. */
    record Period(Circumstance circumstance, String citation) implements TollClause {}
}
