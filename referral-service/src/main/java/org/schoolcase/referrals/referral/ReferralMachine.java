package org.schoolcase.referrals.referral;

import java.util.Optional;
import org.schoolcase.referrals.referral.ReferralState.Accepted;
import org.schoolcase.referrals.referral.ReferralState.CancelRequested;
import org.schoolcase.referrals.referral.ReferralState.Draft;
import org.schoolcase.referrals.referral.ReferralState.Ended;
import org.schoolcase.referrals.referral.ReferralState.Sent;

/** The whole table of a referral's steps: which verb leads from which state to which, after BSeR and 360X. */
final class ReferralMachine {

    private ReferralMachine() {}

    /** The state after the verb, or nothing where the verb is not allowed. */
    static Optional<ReferralState> after(ReferralState state, ReferralVerb verb) {
        return switch (state) {
            case Draft draft -> after(draft, verb);
            case Sent sent -> after(sent, verb);
            case Accepted accepted -> after(accepted, verb);
            case CancelRequested requested -> after(requested, verb);
            case Ended _ -> Optional.empty();
        };
    }

    private static Optional<ReferralState> after(Draft draft, ReferralVerb verb) {
        return switch (verb) {
            case SEND -> Optional.of(draft.send());
            case CANCEL -> Optional.of(draft.cancel());
            case ACCEPT, DECLINE, COMPLETE, CONFIRM_CANCELLATION -> Optional.empty();
        };
    }

    private static Optional<ReferralState> after(Sent sent, ReferralVerb verb) {
        return switch (verb) {
            case ACCEPT -> Optional.of(sent.accept());
            case DECLINE -> Optional.of(sent.decline());
            case CANCEL -> Optional.of(sent.cancel());
            case SEND, COMPLETE, CONFIRM_CANCELLATION -> Optional.empty();
        };
    }

    private static Optional<ReferralState> after(Accepted accepted, ReferralVerb verb) {
        return switch (verb) {
            case DECLINE -> Optional.of(accepted.decline());
            case COMPLETE -> Optional.of(accepted.complete());
            case CANCEL -> Optional.of(accepted.requestCancellation());
            case SEND, ACCEPT, CONFIRM_CANCELLATION -> Optional.empty();
        };
    }

    private static Optional<ReferralState> after(CancelRequested requested, ReferralVerb verb) {
        return switch (verb) {
            case CONFIRM_CANCELLATION -> Optional.of(requested.confirm());
            case COMPLETE -> Optional.of(requested.complete());
            case SEND, CANCEL, ACCEPT, DECLINE -> Optional.empty();
        };
    }
}
