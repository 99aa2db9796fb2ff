package org.schoolcase.bench;

import java.time.Duration;

/**
 * How large the district of the casework's figures is.
 *
 * @param mine cases of the case manager whose page is timed
 * @param quiet how long other requests are timed while nothing is recalculated
 * @param pages how often the page is asked for
 */
record CasePlan(String name, int students, int cases, int managers, int mine, Duration quiet, int pages) {

    static CasePlan full() {
        return new CasePlan("full", 200_000, 50_000, 833, 60, Duration.ofSeconds(30), 600);
    }

    static CasePlan quick() {
        return new CasePlan("quick (a small district: for a look)", 8_000, 4_000, 66, 60, Duration.ofSeconds(8), 100);
    }
}
