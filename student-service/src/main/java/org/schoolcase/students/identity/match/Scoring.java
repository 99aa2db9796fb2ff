package org.schoolcase.students.identity.match;

import static org.schoolcase.students.identity.match.Reason.BIRTH_DATE_EQUAL;
import static org.schoolcase.students.identity.match.Reason.FAMILY_NAME_EQUAL;
import static org.schoolcase.students.identity.match.Reason.GIVEN_NAME_EQUAL;
import static org.schoolcase.students.identity.match.Reason.NAME_PARTS_TRANSPOSED;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.identity.match.Pair.Person;
import org.schoolcase.students.identity.match.Score.Weighed;

/** Policy: what speaks for and against two records being one student, weighed. */
@ApplicationScoped
public class Scoring {

    private static final int FAR = 3;

    private final Nicknames nicknames;
    private final Weights weights;

    Scoring(Nicknames nicknames, ObjectMapper json) {
        this.nicknames = nicknames;
        this.weights = Weights.read(json);
    }

    /** Whether a pair of this score is to be looked at by somebody. */
    public boolean isForReview(Score score) {
        return score.certain() || score.total() >= weights.review();
    }

    public boolean isLikely(int total) {
        return total >= weights.likely();
    }

    public boolean isShown(int total) {
        return total >= weights.shown();
    }

    Score of(Pair pair) {
        var reasons = new LinkedHashSet<Reason>();
        names(pair, reasons);
        add(reasons, BirthDates.compare(pair.one().birthDate(), pair.other().birthDate()));
        boolean sameStateId = ids(pair, reasons);
        circumstances(pair, reasons);
        var weighed = reasons.stream()
                .map(reason -> new Weighed(reason, weights.of(reason)))
                .toList();
        int total = weighed.stream().mapToInt(Weighed::weight).sum();
        return new Score(Math.clamp(total, 0, 100), sameStateId && nothingAgainst(weighed), weights.version(), weighed);
    }

    /** Certainty: the state's id is the same, both names and the birth date are equal, and no reason speaks against it. */
    private static boolean nothingAgainst(List<Weighed> reasons) {
        var codes = reasons.stream().map(Weighed::code).toList();
        return codes.containsAll(List.of(GIVEN_NAME_EQUAL, FAMILY_NAME_EQUAL, BIRTH_DATE_EQUAL))
                && reasons.stream().allMatch(reason -> reason.weight() >= 0);
    }

    private void names(Pair pair, Set<Reason> reasons) {
        var given = given(pair);
        var family = family(pair);
        if (pair.crossed() && (given == Reason.GIVEN_NAME_DIFFERENT || family == Reason.FAMILY_NAME_DIFFERENT)) {
            reasons.add(NAME_PARTS_TRANSPOSED);
        } else {
            reasons.add(given);
            reasons.add(family);
        }
    }

    private Reason given(Pair pair) {
        var one = pair.one();
        var other = pair.other();
        if (one.given().equals(other.given())) {
            return GIVEN_NAME_EQUAL;
        }
        if (isCalled(one, other) || isCalled(other, one) || nicknames.areOfOneName(one.given(), other.given())) {
            return Reason.GIVEN_NAME_NICKNAME;
        }
        if (sharePart(one.given(), other.given())) {
            return Reason.GIVEN_NAME_PART;
        }
        return pair.givenAlike() ? Reason.GIVEN_NAME_ALIKE : Reason.GIVEN_NAME_DIFFERENT;
    }

    private static Reason family(Pair pair) {
        var one = pair.one().family();
        var other = pair.other().family();
        if (one.equals(other)) {
            return FAMILY_NAME_EQUAL;
        }
        if (sharePart(one, other)) {
            return Reason.FAMILY_NAME_PART;
        }
        return pair.familyAlike() ? Reason.FAMILY_NAME_ALIKE : Reason.FAMILY_NAME_DIFFERENT;
    }

    private static boolean isCalled(Person one, Person other) {
        return !one.preferred().isEmpty()
                && (one.preferred().equals(other.given()) || one.preferred().equals(other.preferred()));
    }

    private static boolean sharePart(String one, String other) {
        var parts = new HashSet<>(List.of(one.split(" ")));
        parts.retainAll(List.of(other.split(" ")));
        parts.remove("");
        return !parts.isEmpty();
    }

    /** True when a state's id is shared. */
    private boolean ids(Pair pair, Set<Reason> reasons) {
        var shared = new HashSet<>(pair.one().ids());
        shared.retainAll(pair.other().ids());
        boolean mail = shared.removeIf(id -> id.startsWith("e:"));
        boolean sameStateId = shared.stream().anyMatch(this::isStateId);
        if (!shared.isEmpty()) {
            reasons.add(Reason.ID_SHARED);
        }
        if (!sameStateId && hasStateId(pair.one()) && hasStateId(pair.other())) {
            reasons.add(Reason.STATE_ID_DIFFERENT);
        }
        if (mail) {
            reasons.add(Reason.MAIL_SHARED);
        }
        return sameStateId;
    }

    private boolean hasStateId(Person person) {
        return person.ids().stream().anyMatch(this::isStateId);
    }

    private boolean isStateId(String id) {
        var parts = id.split(":", 3);
        return parts.length == 3
                && parts[0].equals("i")
                && weights.stateIdTypes().contains(parts[1]);
    }

    private static void circumstances(Pair pair, Set<Reason> reasons) {
        if (pair.guardianShared()) {
            reasons.add(Reason.GUARDIAN_SHARED);
        }
        if (!Collections.disjoint(pair.one().schools(), pair.other().schools())) {
            reasons.add(Reason.SCHOOL_SHARED);
        }
        add(reasons, grades(pair.one().grade(), pair.other().grade()));
    }

    private static @Nullable Reason grades(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return null;
        }
        if (one.equals(other)) {
            return Reason.GRADE_EQUAL;
        }
        boolean numbered = one.matches("\\d{1,2}") && other.matches("\\d{1,2}");
        return numbered && Math.abs(Integer.parseInt(one) - Integer.parseInt(other)) >= FAR ? Reason.GRADE_FAR : null;
    }

    private static void add(Set<Reason> reasons, @Nullable Reason reason) {
        if (reason != null) {
            reasons.add(reason);
        }
    }
}
