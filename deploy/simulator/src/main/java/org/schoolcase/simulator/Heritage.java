package org.schoolcase.simulator;

/** The seven federal reporting categories, with about the shares of US public schools (NCES Digest, table 203.50). */
enum Heritage {
    WHITE(0.44),
    HISPANIC(0.29),
    BLACK(0.15),
    ASIAN(0.055),
    TWO_OR_MORE(0.05),
    NATIVE(0.01),
    PACIFIC(0.005);

    private final double share;

    Heritage(double share) {
        this.share = share;
    }

    static Heritage of(Dice dice) {
        var rest = dice.share();
        for (var heritage : values()) {
            rest -= heritage.share;
            if (rest < 0) {
                return heritage;
            }
        }
        return WHITE;
    }
}
