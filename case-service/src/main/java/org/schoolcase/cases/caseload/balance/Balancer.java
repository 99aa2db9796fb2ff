package org.schoolcase.cases.caseload.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.cases.caseload.balance.Suggestion.Code;
import org.schoolcase.cases.caseload.balance.Suggestion.Reason;

/**
 * Finds cases that others could carry. Those over their cap give first, then those who carry the most; a case goes to
 * who carries the least of those with a relation to the student and room, and only where the two are nearer afterwards.
 */
final class Balancer {

    private static final int SOON = 14;

    /** A giver, his case, and the one who would have it. */
    private record Move(Carrier giver, Movable movable, Carrier taker) {}

    private final Map<UUID, Carrier> carriers = new HashMap<>();
    private final List<Movable> movables;
    private final LocalDate today;

    Balancer(Collection<Carrier> carriers, Collection<Movable> movables, LocalDate today) {
        carriers.forEach(carrier -> this.carriers.put(carrier.staffId(), carrier));
        this.movables = new ArrayList<>(movables);
        this.today = today;
    }

    /** The best first; each takes those before it as done. */
    List<Suggestion> suggest(int most) {
        var found = new ArrayList<Suggestion>();
        var exhausted = new HashSet<UUID>();
        while (found.size() < most) {
            var giver = nextGiver(exhausted);
            if (giver.isEmpty()) {
                break;
            }
            best(giver.get())
                    .ifPresentOrElse(
                            move -> found.add(done(move)),
                            () -> exhausted.add(giver.get().staffId()));
        }
        return found;
    }

    private Optional<Carrier> nextGiver(Set<UUID> exhausted) {
        return carriers.values().stream()
                .filter(carrier -> !exhausted.contains(carrier.staffId()))
                .max(Comparator.comparing(Carrier::isOver)
                        .thenComparing(Carrier::load)
                        .thenComparing(Carrier::staffId));
    }

    private Optional<Move> best(Carrier giver) {
        return movables.stream()
                .filter(movable -> movable.managerId().equals(giver.staffId())
                        && movable.weight().signum() > 0)
                .flatMap(movable -> taker(giver, movable).map(taker -> new Move(giver, movable, taker)).stream())
                .min(Comparator.comparing((Move move) -> isDueSoon(move.movable()))
                        .thenComparing(move -> move.taker().load())
                        .thenComparing(move -> move.movable().weight(), Comparator.reverseOrder())
                        .thenComparing(move -> move.movable().caseId()));
    }

    /** Afterwards the taker carries no more than the giver does, so that nothing swings back. */
    private Optional<Carrier> taker(Carrier giver, Movable movable) {
        var left = giver.load().subtract(movable.weight());
        return carriers.values().stream()
                .filter(carrier -> !carrier.staffId().equals(giver.staffId()))
                .filter(carrier -> carrier.worksAt(movable.schools()) && carrier.hasRoomFor(movable.weight()))
                .filter(carrier -> carrier.load().add(movable.weight()).compareTo(left) <= 0)
                .min(Comparator.comparing(Carrier::load).thenComparing(Carrier::staffId));
    }

    private Suggestion done(Move move) {
        var giver = move.giver().plus(move.movable().weight().negate());
        var taker = move.taker().plus(move.movable().weight());
        carriers.put(giver.staffId(), giver);
        carriers.put(taker.staffId(), taker);
        movables.remove(move.movable());
        return new Suggestion(
                move.movable().caseId(),
                move.movable().studentId(),
                giver.staffId(),
                taker.staffId(),
                move.movable().weight(),
                giver.load(),
                taker.load(),
                reasons(move, taker));
    }

    private List<Reason> reasons(Move move, Carrier after) {
        var reasons = new ArrayList<Reason>();
        reasons.add(whyGiven(move));
        reasons.add(
                move.taker().schools().isEmpty()
                        ? new Reason(Code.WHOLE_DISTRICT, "The new case manager works for the whole district.")
                        : new Reason(Code.SAME_SCHOOL, "The new case manager works at the student's school."));
        if (after.most() != null) {
            reasons.add(new Reason(
                    Code.ROOM_UNDER_CAP,
                    "The new case manager then carries %s of %s (%s)."
                            .formatted(
                                    after.load().toPlainString(), after.most().toPlainString(), after.citation())));
        }
        reasons.add(whyNow(move.movable()));
        return reasons;
    }

    private static Reason whyGiven(Move move) {
        var giver = move.giver();
        var load = giver.load().toPlainString();
        if (giver.isOver()) {
            return new Reason(
                    Code.OVER_CAP,
                    "The case manager carries %s, more than the %s allowed (%s)."
                            .formatted(load, String.valueOf(giver.most()), giver.citation()));
        }
        return new Reason(
                Code.CARRIES_MORE,
                "The case manager carries %s, the new one %s."
                        .formatted(load, move.taker().load().toPlainString()));
    }

    private Reason whyNow(Movable movable) {
        return isDueSoon(movable)
                ? new Reason(Code.DUE_SOON, "Something is due on %s; agree who does it.".formatted(movable.nextDueOn()))
                : new Reason(Code.NOTHING_DUE_SOON, "Nothing is due within %d days.".formatted(SOON));
    }

    private boolean isDueSoon(Movable movable) {
        return movable.nextDueOn() != null && !movable.nextDueOn().isAfter(today.plusDays(SOON));
    }
}
