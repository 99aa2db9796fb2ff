package org.schoolcase.students.indicator.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A value that is compared exactly and shown rounded. */
record Fraction(BigDecimal over, BigDecimal under) {

    private static final int SHOWN_DIGITS = 4;

    static Fraction of(long over, long under) {
        return new Fraction(BigDecimal.valueOf(over), BigDecimal.valueOf(under));
    }

    static Fraction of(BigDecimal value) {
        return new Fraction(value, BigDecimal.ONE);
    }

    BigDecimal shown() {
        var value = over.divide(under, SHOWN_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0, RoundingMode.UNNECESSARY) : value;
    }
}
