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
 * @param from first day looked at; where days enrolled are counted by the calendar, the first that counts
 * @param to last day looked at; where days enrolled are counted by the calendar, the last that counts
 * @param daysEnrolled of attendance, how days enrolled were counted
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
        Map<String, BigDecimal> inputs,
        @Nullable DaysEnrolled daysEnrolled) {

    /** How days enrolled were counted. */
    public enum DaysEnrolled {
        /** A row of the source for each. */
        DELIVERED,
        /** School days of the calendar while enrolled, as far as the source covers them: it delivers absences alone. */
        CALENDAR
    }

    /** Whether the rule fired; if it was not evaluated, why. */
    public enum Outcome {
        FIRED,
        NOT_FIRED,
        NO_DATA,
        TOO_FEW_DAYS,
        YEAR_NOT_ENDED,
        NO_TERM,
        /** Absences alone are delivered, and no calendar says which days were school days. */
        NO_CALENDAR,
        /** Absences alone are delivered, and the source has not said that it covers any of these days. */
        NOT_COVERED,
        /** An absence is of a day on which by calendar and enrolment the student had no school. */
        CALENDAR_DISAGREES,
        /** Nobody knows until when the student was enrolled. */
        ENROLLMENT_UNKNOWN;

        boolean isEvaluated() {
            return this == FIRED || this == NOT_FIRED;
        }
    }
}
