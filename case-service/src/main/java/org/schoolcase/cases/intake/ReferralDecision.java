package org.schoolcase.cases.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.happening.Kind;

/**
 * A decision about a referral as the API shows it.
 *
 * @param supersedes the decision whose place it takes
 * @param meetingOn the meeting with the parent that decided, where there was one
 * @param inForce whether no newer one took its place
 */
public record ReferralDecision(
        UUID id,
        UUID caseId,
        Choice decision,
        String reason,
        LocalDate decidedOn,
        UUID decidedBy,
        @Nullable UUID supersedes,
        @Nullable String supersedesReason,
        @Nullable LocalDate meetingOn,
        boolean inForce) {

    /** What is decided. */
    public enum Choice {
        EVALUATE,
        SUPPORT,
        REFUSE;

        /** Who asked for an evaluation and gets support was refused one, and is owed the notice of it (34 CFR 300.503(a)(2)). */
        Kind happening(boolean askedFor) {
            return switch (this) {
                case EVALUATE -> Kind.REFERRAL_ACCEPTED_FOR_EVALUATION;
                case SUPPORT -> askedFor ? Kind.SUPPORT_DECIDED_ON_REQUEST : Kind.SUPPORT_DECIDED;
                case REFUSE -> Kind.REFERRAL_REFUSED;
            };
        }
    }
}
