package org.schoolcase.cases.handover;

import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.problem.ProblemException;

/** What refuses a hand-over, as the API says it. */
final class HandOverProblems {

    private HandOverProblems() {}

    static List<HandOverView> done(HandOver.Outcome outcome) {
        return switch (outcome) {
            case HandOver.Outcome.Done(var handOvers) -> handOvers;
            case HandOver.Outcome.SamePerson() ->
                throw atTarget("hand-over.same-person", "A case goes from one person to another.");
            case HandOver.Outcome.StaffUnknown() ->
                throw atTarget("team.staff-unknown", "The district has no such member of staff now.");
            case HandOver.Outcome.WithoutRelation(var cases) -> throw withoutRelation(cases);
            case HandOver.Outcome.NothingToHandOver(var cases) ->
                throw ProblemException.conflict(
                                "hand-over.not-on-team", "The person has no place and no duty in a case any more.")
                        .with("cases", cases);
            case HandOver.Outcome.Changed(var fingerprint) ->
                throw ProblemException.conflict(
                                "hand-over.changed", "The open duties are others than those seen; look again.")
                        .with("fingerprint", fingerprint);
        };
    }

    private static ProblemException withoutRelation(List<UUID> cases) {
        return atTarget(
                        "team.staff-without-relation",
                        "He works neither at the student's school nor for the whole district.")
                .citing("34 CFR 99.31(a)(1)")
                .with("cases", cases);
    }

    private static ProblemException atTarget(String code, String detail) {
        return ProblemException.unprocessable(code, detail).field("/toStaffId", code, detail);
    }
}
