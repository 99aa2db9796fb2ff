package org.schoolcase.bench;

import java.time.Duration;

/**
 * How large the district of the large import is.
 *
 * @param students in the package
 * @param searched students among whom one is searched for; the package's and as many more by SQL
 * @param warmUp how long other requests are sent before they are timed
 * @param quiet how long other requests are timed while nothing is imported
 */
record LargePlan(String name, int students, int searched, Duration warmUp, Duration quiet) {

    static LargePlan full() {
        return new LargePlan("full", 100_000, 200_000, Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    static LargePlan quick() {
        return new LargePlan(
                "quick (a small district: for a look)", 5_000, 8_000, Duration.ofSeconds(5), Duration.ofSeconds(8));
    }
}
