package org.schoolcase.referrals.referral;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.schoolcase.referrals.consent.DisclosableField;

/** What a case manager asks of an agency's service for the student of a case. */
record ReferralRequest(
        @NotNull UUID caseId,
        @NotNull UUID serviceId,
        @NotBlank @Size(max = 2000) String reason,
        @NotNull Urgency urgency,
        @NotEmpty @Size(max = 7) List<@NotNull DisclosableField> fields) {}
