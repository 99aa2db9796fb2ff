package org.schoolcase.students.identity.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two records to be compared, with what the database knows better: trigrams and sounds. Names are folded.
 *
 * @param givenAlike their given names share trigrams or sound alike
 * @param familyAlike their family names do
 * @param crossed the given name of one is or sounds like the family name of the other, both ways
 * @param guardianShared they have a guardian in common
 */
record Pair(
        Person one, Person other, boolean givenAlike, boolean familyAlike, boolean crossed, boolean guardianShared) {

    /**
     * One of the records.
     *
     * @param ids ids as {@code i:type:value}, and mail addresses as {@code e:address}
     */
    record Person(
            UUID id,
            String given,
            String family,
            String preferred,
            @Nullable LocalDate birthDate,
            @Nullable String grade,
            List<UUID> schools,
            Set<String> ids) {}
}
