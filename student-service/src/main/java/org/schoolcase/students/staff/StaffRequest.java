package org.schoolcase.students.staff;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member of staff whom the roster does not know, as the district describes him. */
public record StaffRequest(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String givenName,

        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String familyName,

        @Nullable @Email @Size(max = 254) String email,

        @NotNull @Size(max = 35) @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
        String language,

        @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = "[A-Za-z-]{1,40}") String> roles,
        @Nullable @Size(max = 500) List<@NotNull UUID> schoolIds,
        @Nullable Boolean active) {

    StaffMember.Details details() {
        return new StaffMember.Details(
                givenName.strip(),
                familyName.strip(),
                email,
                language,
                Objects.requireNonNullElse(roles, List.of()),
                Objects.requireNonNullElse(schoolIds, List.of()),
                !Boolean.FALSE.equals(active));
    }
}
