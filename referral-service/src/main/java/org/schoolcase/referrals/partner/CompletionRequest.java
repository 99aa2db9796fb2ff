package org.schoolcase.referrals.partner;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What came of the service. */
record CompletionRequest(
        @NotNull ReferralOutcome outcomeCode,
        @Size(max = 1000) @Nullable String note) {

    /** The outcomes. */
    enum ReferralOutcome {
        NEED_MET,
        NEED_PARTLY_MET,
        NEED_NOT_MET,
        FAMILY_ENDED,
        REFERRED_ELSEWHERE,
        OTHER
    }
}
