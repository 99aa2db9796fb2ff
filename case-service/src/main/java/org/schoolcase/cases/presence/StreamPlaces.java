package org.schoolcase.cases.presence;

import java.util.HashMap;
import java.util.Map;
import org.schoolcase.kit.problem.ProblemException;

/** How many streams this replica serves, in all and to one person; what it protects is this replica, so it counts alone. */
final class StreamPlaces {

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    StreamPlaces(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Takes a place, or refuses with 429 or 503. */
    synchronized void take(String person) {
        if (taken.getOrDefault(person, 0) >= mostOfOne) {
            throw ProblemException.of(
                    429, "presence.streams-of-one", "Too many open streams", "Close one of yours first.");
        }
        if (all >= most) {
            throw ProblemException.of(
                    503, "presence.streams-exhausted", "Too many open streams", "Try again in a few seconds.");
        }
        all++;
        taken.merge(person, 1, Integer::sum);
    }

    synchronized void give(String person) {
        all--;
        taken.computeIfPresent(person, (_, count) -> count > 1 ? count - 1 : null);
    }
}
