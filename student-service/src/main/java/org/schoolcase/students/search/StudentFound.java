package org.schoolcase.students.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A student in a list of search results: enough to tell him from another of the same name. */
public record StudentFound(
        UUID id,
        String givenName,
        @Nullable String middleName,
        String familyName,
        @Nullable String preferredGivenName,
        @Nullable LocalDate birthDate,
        @Nullable String grade,
        List<UUID> schoolIds,
        boolean active) {}
