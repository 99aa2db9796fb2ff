package org.schoolcase.simulator;

/** Programs and statuses, with about the shares of US public schools (NCES, EDFacts; rounded). */
enum Flag {
    ENGLISH_LEARNER(0.106),
    MCKINNEY_VENTO(0.025),
    FOSTER_CARE(0.004),
    MIGRANT(0.006),
    MILITARY_CONNECTED(0.018),
    SECTION_504(0.033);

    private final double share;

    Flag(double share) {
        this.share = share;
    }

    /** Hispanic and Asian students are English learners about three times as often as all. */
    double shareOf(Heritage heritage) {
        if (this != ENGLISH_LEARNER) {
            return share;
        }
        return heritage == Heritage.HISPANIC || heritage == Heritage.ASIAN ? 0.26 : 0.025;
    }
}
