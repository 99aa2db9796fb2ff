package org.schoolcase.cases.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands, since when, and how sure we are.
 *
 * @param effectiveFrom first day of a trigger that this version governs; null when the source does not state it
 * @param effectiveTo last such day; null while in force
 * @param sourceDate when the source was read
 */
record RuleSource(
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

    RuleSource with(Confidence other) {
        return new RuleSource(citation, other, effectiveFrom, effectiveTo, sourceDate, note);
    }
}
