package org.schoolcase.simulator;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same for the same seed, purpose and number, in whatever order things are made. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed, String purpose, long number) {
        this.random =
                new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose.hashCode() * 0xC2B2AE3D27D4EB4FL + number);
    }

    /** True for this share of all numbers. */
    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    /** 0 to 1. */
    double share() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
