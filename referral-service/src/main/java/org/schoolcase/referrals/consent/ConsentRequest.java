package org.schoolcase.referrals.consent;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed decision about disclosure as it came on paper or from a form. */
record ConsentRequest(
        @NotNull UUID studentId,
        @NotNull UUID agencyId,
        @NotNull UUID guardianId,
        @NotBlank @Size(max = 1000) String purpose,
        @NotNull @Size(max = 7) List<@NotNull DisclosableField> fields,
        @NotNull LocalDate signedOn,
        @Nullable LocalDate validUntil,
        @NotNull ConsentDecision decision) {}
