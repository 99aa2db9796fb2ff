package org.schoolcase.referrals.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A decision about disclosure as the school sees it. */
record ConsentView(
        UUID id,
        UUID studentId,
        UUID agencyId,
        UUID guardianId,
        String purpose,
        List<DisclosableField> fields,
        ConsentDecision decision,
        LocalDate signedOn,
        @Nullable LocalDate validUntil,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant revokedAt,
        boolean inForce,
        long version) {}
