package org.schoolcase.students.indicator.rule;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An early-warning rule: fires when the value of its measure stands so to the threshold.
 *
 * @param minimumDays enrolled days below which nothing is said; 0: none
 * @param grades grades it is for, in codes of CEDS; none: all
 * @param jurisdictions states whose districts it applies to unless they switch it off; none: all
 */
public record Rule(
        String id,
        Indicator indicator,
        Measure measure,
        Comparison comparison,
        BigDecimal threshold,
        int minimumDays,
        Window window,
        boolean onlyAfterYearEnd,
        List<String> grades,
        List<String> jurisdictions,
        boolean enabled,
        String citation,
        Evidence evidence,
        Confidence confidence) {

    /** How the value must stand to the threshold. */
    public enum Comparison {
        AT_LEAST,
        AT_MOST,
        BELOW
    }

    /** The days looked at: the school year so far, or the grading period so far. */
    public enum Window {
        YEAR,
        TERM
    }

    /** V: read in the source; S: in a secondary source; M: general knowledge. */
    public enum Evidence {
        V,
        S,
        M
    }

    /** How sure the number is. */
    public enum Confidence {
        LOW,
        MEDIUM,
        MEDIUM_HIGH,
        HIGH
    }

    boolean isFor(@Nullable String grade) {
        return grades.isEmpty() || (grade != null && grades.contains(grade));
    }

    boolean isFrom(String jurisdiction) {
        return jurisdictions.isEmpty() || jurisdictions.contains(jurisdiction);
    }

    Rule withThreshold(BigDecimal other) {
        return new Rule(
                id,
                indicator,
                measure,
                comparison,
                other,
                minimumDays,
                window,
                onlyAfterYearEnd,
                grades,
                jurisdictions,
                enabled,
                citation,
                evidence,
                confidence);
    }

    /** Compares without dividing, so that nothing is rounded. */
    boolean fires(Fraction value) {
        int standing = value.over().compareTo(threshold.multiply(value.under()));
        return switch (comparison) {
            case AT_LEAST -> standing >= 0;
            case AT_MOST -> standing <= 0;
            case BELOW -> standing < 0;
        };
    }
}
