package org.schoolcase.students.indicator.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one rule said of a student, with all it was made of.
 *
 * @param value what was measured, rounded to four digits; compared unrounded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Evaluation(
        String ruleId,
        Measure measure,
        Rule.Comparison comparison,
        BigDecimal threshold,
        @Nullable BigDecimal value,
        Outcome outcome,
        LocalDate from,
        LocalDate to,
        Map<String, BigDecimal> inputs) {

    /** Whether the rule fired; if it was not evaluated, why. */
    public enum Outcome {
        FIRED,
        NOT_FIRED,
        NO_DATA,
        TOO_FEW_DAYS,
        YEAR_NOT_ENDED,
        NO_TERM;

        boolean isEvaluated() {
            return this == FIRED || this == NOT_FIRED;
        }
    }
}
