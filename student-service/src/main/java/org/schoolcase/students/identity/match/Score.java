package org.schoolcase.students.identity.match;

import java.util.List;

/**
 * How alike two records are.
 *
 * @param total sum of the weights, held between 0 and 100
 * @param certain the same state id and nothing against it: the only case in which the machine may merge
 * @param version version of the weights
 */
public record Score(int total, boolean certain, String version, List<Weighed> reasons) {

    /** A reason with its weight. */
    public record Weighed(Reason code, int weight) {}
}
