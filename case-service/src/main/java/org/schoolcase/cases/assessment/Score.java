package org.schoolcase.cases.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One score of a test.
 *
 * @param norm what a standard score and percentile are read against; absent for a raw score
 */
public record Score(
        @Schema(description = "What was measured, such as Working memory") @NotBlank @Size(max = 120)
        String scale,

        @Digits(integer = 6, fraction = 2) @Nullable BigDecimal rawScore,
        @Valid @Nullable Norm norm,

        @Digits(integer = 4, fraction = 2) @Nullable BigDecimal standardScore,

        @Valid @Nullable Interval interval,

        @Schema(description = "Over 0 and under 100; fits the standard score on the normal curve, rounding allowed")
        @Digits(integer = 2, fraction = 2)
        @DecimalMin("0.01")
        @DecimalMax("99.99")
        @Nullable
        BigDecimal percentile) {

    /** The people that a score is compared with. */
    @Schema(name = "ScoreNorm")
    public record Norm(
            @NotBlank @Size(max = 120) String name,
            @NotBlank @Size(max = 60) String edition,
            @Min(1950) @Max(2100) int year,

            @NotNull @Digits(integer = 4, fraction = 2) @DecimalMin("0")
            BigDecimal mean,

            @NotNull @Digits(integer = 3, fraction = 2) @DecimalMin("0.01")
            BigDecimal sd) {}

    /** Between which scores the true one lies, at a level in percent. */
    @Schema(name = "ScoreInterval")
    public record Interval(
            @Min(50) @Max(99) int level,
            @NotNull @Digits(integer = 4, fraction = 2) BigDecimal from,
            @NotNull @Digits(integer = 4, fraction = 2) BigDecimal to) {}
}
