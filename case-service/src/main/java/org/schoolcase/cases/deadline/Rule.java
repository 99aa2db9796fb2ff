package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One time limit of law as data, in the version that is in force between two dates.
 *
 * @param jurisdiction whose rule it is, such as US or US-AZ
 * @param onlyFor the circumstance for which this version was made; null for all others
 * @param limits one or more; {@code combine} says which governs
 * @param earliestDay the result is the first day on which the step may be done, not the last
 * @param notBefore the step's window opens with this limit
 * @param summerStart an event between two school years is dated on the first day of the next
 * @param anniversary whether an agency may count to the day before the anniversary
 */
record Rule(
        String id,
        String jurisdiction,
        Step step,
        @Nullable Circumstance onlyFor,
        List<Limit> limits,
        Combine combine,
        LawEvent completionEvent,
        List<TollClause> tolling,
        @Nullable AbsenceRule absences,
        List<EndOfYear> endOfYear,
        List<ExceptionClause> exceptions,
        @Nullable Limit notBefore,
        boolean earliestDay,
        boolean summerStart,
        boolean anniversary,
        RuleSource source) {

    /** Which of several limits governs. */
    enum Combine {
        /** The earliest of those whose event is recorded. */
        EARLIEST,
        /** The latest; all events must be recorded. */
        LATEST,
        /** The first in the rule's order whose event is recorded. */
        FIRST_RECORDED
    }

    Limit first() {
        return limits.getFirst();
    }

    /** The date that says which version of a rule governs. */
    @Nullable
    LocalDate trigger(Facts facts) {
        for (var limit : limits) {
            var on = facts.on(limit.startEvent());
            if (on != null) {
                return on;
            }
        }
        return null;
    }

    boolean isFor(Facts facts) {
        return onlyFor == null || facts.circumstances().contains(onlyFor);
    }

    /** The same rule in another State, as sure as that State's file says. */
    Rule inheritedWith(Confidence other) {
        return new Rule(
                id,
                jurisdiction,
                step,
                onlyFor,
                limits,
                combine,
                completionEvent,
                tolling,
                absences,
                endOfYear,
                exceptions,
                notBefore,
                earliestDay,
                summerStart,
                anniversary,
                source.with(other));
    }
}
