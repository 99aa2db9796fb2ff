package org.schoolcase.students.indicator;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.students.indicator.rule.RuleCatalog;

/** What a district sets: each rule it names is switched so, and has the threshold given; others stay as they come. */
public record PolicyRequest(
        @NotNull @Size(max = 100) List<@Valid @NotNull RuleSetting> rules,

        @NotBlank @Size(max = 500) @Pattern(regexp = "[^\\p{Cntrl}]*")
        String reason) {

    /** A rule as the district wants it; without a threshold that of the source. */
    public record RuleSetting(
            @NotNull @Pattern(regexp = "[a-z0-9-]{1,60}") String ruleId,
            @NotNull Boolean enabled,

            @Nullable @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 4)
            BigDecimal threshold) {}

    /** By rule; 422 {@code policy.invalid} if a rule is unknown or there twice. */
    Map<String, RuleCatalog.Setting> settings(RuleCatalog catalog) {
        var settings = new LinkedHashMap<String, RuleCatalog.Setting>();
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var setting = new RuleCatalog.Setting(rule.enabled(), rule.threshold());
            if (catalog.rule(rule.ruleId()).isEmpty() || settings.put(rule.ruleId(), setting) != null) {
                throw ProblemException.unprocessable("policy.invalid", "The policy cannot be set like this.")
                        .field(
                                "/rules/" + i + "/ruleId",
                                "rule.unknown",
                                "There is no such rule, or it is there twice.");
            }
        }
        return settings;
    }
}
