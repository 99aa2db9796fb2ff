package org.schoolcase.referrals.referral;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Why the school wants the referral to end. */
record CancellationRequest(
        @NotNull CancellationReason reasonCode,
        @Size(max = 1000) @Nullable String note) {

    /** The school's reasons. */
    enum CancellationReason {
        FAMILY_DECLINED,
        NEED_MET,
        STUDENT_LEFT,
        SENT_IN_ERROR,
        OTHER
    }
}
