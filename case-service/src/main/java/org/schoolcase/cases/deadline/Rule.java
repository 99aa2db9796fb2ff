package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time limit of law as data, in the version that is in force between two dates.
 *
 * @param jurisdiction whose rule it is, such as US or US-AZ
 * @param effectiveFrom first day of a trigger that this version governs; null when the source does not state it
 * @param effectiveTo last such day; null while in force
 * @param sourceDate when the source was read
 */
public record Rule(
        String id,
        String jurisdiction,
        Step step,
        LawEvent startEvent,
        LawEvent completionEvent,
        int amount,
        Unit unit,
        String citation,
        Confidence confidence,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        LocalDate sourceDate,
        @Nullable String note) {

    boolean governs(LocalDate trigger) {
        return (effectiveFrom == null || !trigger.isBefore(effectiveFrom))
                && (effectiveTo == null || !trigger.isAfter(effectiveTo));
    }

    /** The same rule in another State, as sure as that State's file says. */
    Rule inheritedWith(Confidence other) {
        return new Rule(
                id,
                jurisdiction,
                step,
                startEvent,
                completionEvent,
                amount,
                unit,
                citation,
                other,
                effectiveFrom,
                effectiveTo,
                sourceDate,
                note);
    }
}
