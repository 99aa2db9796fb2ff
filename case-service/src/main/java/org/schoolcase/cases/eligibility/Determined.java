package org.schoolcase.cases.eligibility;

import org.schoolcase.cases.action.Gate;
import org.schoolcase.cases.action.Standing;
import org.schoolcase.cases.happening.Kind;

/** Policy: open once eligibility was decided on. */
final class Determined {

    private Determined() {}

    static Gate gate(Standing standing) {
        return standing.lastOf(Kind.ELIGIBILITY_FOUND, Kind.ELIGIBILITY_CONTINUED, Kind.ELIGIBILITY_NOT_FOUND)
                        .isPresent()
                ? Gate.open()
                : Gate.shut("eligibility.not-determined", "Eligibility has not been decided on.");
    }
}
