package org.schoolcase.cases.eligibility;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.eligibility.rule.Category;

/**
 * What a student is found to be on a day, as it was known at a time.
 *
 * @param asOf the day
 * @param knownAt what was entered later is left out
 * @param eligible whether eligible for special education on that day
 * @param reportingCode EDFacts code of the primary category
 * @param since date of the determination
 * @param endedOn date on which special education had ended by then
 */
public record DisabilityProfile(
        LocalDate asOf,
        OffsetDateTime knownAt,
        boolean eligible,
        @Nullable Category primaryCategory,
        Set<Category> secondaryCategories,
        @Nullable String reportingCode,
        @Nullable UUID determinationId,
        @Nullable LocalDate since,
        @Nullable LocalDate endedOn) {

    static DisabilityProfile none(LocalDate asOf, OffsetDateTime knownAt) {
        return new DisabilityProfile(asOf, knownAt, false, null, Set.of(), null, null, null, null);
    }
}
