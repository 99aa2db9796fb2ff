package org.schoolcase.bench;

import java.time.Duration;

/**
 * How long everything takes.
 *
 * @param students size of the made-up district
 * @param warmUp mixed load before the first round
 * @param latency how long events are timed
 * @param casework the district of the casework's figures
 * @param large the district of the large import, which a suite of its own takes in
 */
record Plan(
        String name,
        int students,
        int importRounds,
        int rounds,
        Duration round,
        Duration warmUp,
        Duration latency,
        CasePlan casework,
        LargePlan large) {

    static final int CONNECTIONS = 16;
    static final int EVENTS_PER_SECOND = 200;

    static Plan quick() {
        return new Plan(
                "quick (few short rounds: for a look)",
                8_000,
                2,
                3,
                Duration.ofSeconds(5),
                Duration.ofSeconds(150),
                Duration.ofSeconds(10),
                CasePlan.quick(),
                LargePlan.quick());
    }

    static Plan full() {
        return new Plan(
                "full",
                20_000,
                3,
                5,
                Duration.ofSeconds(15),
                Duration.ofMinutes(5),
                Duration.ofSeconds(30),
                CasePlan.full(),
                LargePlan.full());
    }
}
