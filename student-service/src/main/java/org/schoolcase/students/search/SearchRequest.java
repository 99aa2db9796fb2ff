package org.schoolcase.students.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.flag.FlagKind;

/**
 * All criteria that are given must fit; none lists everyone the caller may see.
 *
 * @param ids any of these students
 * @param sourcedId the student's OneRoster sourcedId, exactly
 * @param flag a program or status in force today; only for those who may read flags
 * @param active false for those who have left
 */
public record SearchRequest(
        @Nullable @Size(min = 2, max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String text,

        @Nullable @Size(min = 1, max = 200) List<@NotNull UUID> ids,

        @Nullable @Size(min = 1, max = 255) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String sourcedId,

        @Nullable @PastOrPresent LocalDate birthDate,
        @Nullable @Pattern(regexp = "[A-Za-z0-9]{1,10}") String grade,
        @Nullable UUID schoolId,
        @Nullable FlagKind flag,
        @Nullable Boolean active,
        @Nullable @Min(1) @Max(200) Integer limit,
        @Nullable @Size(max = 2000) String cursor) {

    int size() {
        return Objects.requireNonNullElse(limit, 50);
    }

    /** The criteria, to which a cursor belongs. */
    String name() {
        return new SearchRequest(text, ids, sourcedId, birthDate, grade, schoolId, flag, active, null, null).toString();
    }
}
