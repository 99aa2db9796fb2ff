package org.schoolcase.referrals.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.problem.ProblemException;

/** The one place where a referral moves, for both sides. */
@ApplicationScoped
public class MoveReferral {

    /** What a side asks, with its reason, and the version it saw where it says so. */
    public record Move(
            ReferralVerb verb,
            @Nullable String reasonCode,
            @Nullable String note,
            @Nullable String ifMatch) {

        /** A move that needs no reason. */
        public static Move of(ReferralVerb verb, @Nullable String ifMatch) {
            return new Move(verb, null, null, ifMatch);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It moved. */
        record Moved(Referral referral) implements Outcome {}

        /** It stayed where it was: the verb is not allowed there. */
        record Refused(ReferralState at, ReferralVerb verb) implements Outcome {

            public ProblemException problem() {
                return ProblemException.conflict(
                                "referral.state",
                                "A referral that is %s does not allow %s.".formatted(at.name(), verb.name()))
                        .with("state", at.name())
                        .with("allowed", allowed());
            }

            private List<String> allowed() {
                return Arrays.stream(ReferralVerb.values())
                        .filter(v -> v.side() == verb.side())
                        .filter(v -> ReferralMachine.after(at, v).isPresent())
                        .map(Enum::name)
                        .toList();
            }
        }
    }

    private final ReferralJournal journal;

    MoveReferral(ReferralJournal journal) {
        this.journal = journal;
    }

    /** Moves a referral that this transaction holds locked, or says in which state it stayed. */
    @Transactional(TxType.MANDATORY)
    public Outcome handle(Referral locked, Move move) {
        var from = locked.state();
        var next = ReferralMachine.after(from, move.verb());
        if (next.isEmpty()) {
            return new Outcome.Refused(from, move.verb());
        }
        if (move.ifMatch() != null) {
            ETags.requireMatch(move.ifMatch(), locked.version());
        }
        journal.moved(locked, next.get(), move);
        return new Outcome.Moved(locked);
    }
}
