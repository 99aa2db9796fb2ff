package org.schoolcase.students.guardian;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A guardian as the school describes him; sourcedId counts only when he is added. */
public record GuardianRequest(
        @NotNull GuardianRelation relation,

        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String givenName,

        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String familyName,

        @NotNull @Size(max = 35) @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
        String language,

        @Nullable @Email @Size(max = 254) String email,
        @Nullable @Pattern(regexp = "\\+?[0-9 ().-]{5,30}") String phone,
        @NotNull Boolean educationalRights,
        @NotNull Boolean mayContact,

        @Nullable @Pattern(regexp = "[A-Za-z0-9._:-]{1,255}")
        String sourcedId,

        @Nullable @Size(max = 35) @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
        String interpreterLanguage) {

    Guardian.Details details() {
        return new Guardian.Details(givenName.strip(), familyName.strip(), language, email, phone, interpreterLanguage);
    }

    Guardianship.Rights rights() {
        return new Guardianship.Rights(relation, educationalRights, mayContact);
    }
}
