package org.schoolcase.students.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.indicator.rule.Evaluation;
import org.schoolcase.students.indicator.rule.Indicator;
import org.schoolcase.students.indicator.rule.Level;

/**
 * An indicator with the rules applied, their inputs and windows. It prompts a review and never delays a referral.
 *
 * @param catalogVersion version of the rules, see GET /v1/early-warning/rules
 * @param policyFrom first day of the district's policy that was in force; null: the rules as they come
 */
record IndicatorView(
        Indicator indicator,
        Level level,

        @Schema(description = "Date of the computation that brought this level")
        LocalDate levelSince,

        LocalDate windowFrom,
        LocalDate windowTo,
        List<Evaluation> evaluations,
        int catalogVersion,
        @Nullable LocalDate policyFrom,
        Instant computedAt) {}
