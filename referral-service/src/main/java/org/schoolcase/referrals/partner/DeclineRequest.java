package org.schoolcase.referrals.partner;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why the agency does not serve the student. */
record DeclineRequest(
        @NotNull DeclineReason reasonCode,
        @Size(max = 1000) @Nullable String note) {

    /** The agency's reasons. */
    enum DeclineReason {
        NO_CAPACITY,
        NOT_ELIGIBLE,
        OUT_OF_AREA,
        SERVICE_NOT_OFFERED,
        LANGUAGE_NOT_OFFERED,
        FAMILY_DECLINED,
        NO_CONTACT,
        REFERRED_ELSEWHERE,
        OTHER
    }
}
