package org.schoolcase.students.student;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another value of one field: value, or values where the field holds several; neither empties it. */
public record FieldChangeRequest(
        @NotNull StudentField field,
        @NotNull FieldChangeKind kind,

        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String value,

        @Nullable @Size(max = 10)
        List<@NotNull @Size(max = 35) @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}") String> values,

        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,

        @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason) {}
