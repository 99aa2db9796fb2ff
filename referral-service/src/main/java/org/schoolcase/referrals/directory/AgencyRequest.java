package org.schoolcase.referrals.directory;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the operator publishes of an agency (HSDS organization). */
record AgencyRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Size(max = 2000) String description,
        @NotBlank @Email @Size(max = 254) String email,
        @NotNull @Pattern(regexp = LANGUAGE) @Size(max = 35) String language,

        @Pattern(regexp = "https?://\\S+") @Size(max = 500) @Nullable
        String website) {

    /** The shape of a BCP 47 tag. */
    static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";
}
