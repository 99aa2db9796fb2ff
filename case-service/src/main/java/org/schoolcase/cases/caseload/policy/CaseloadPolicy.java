package org.schoolcase.cases.caseload.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.Barrier;
import org.schoolcase.cases.casefile.TeamMember;

/**
 * How the district weighs a case and what it lets one person carry. Federal law has no number for either, so there is
 * none until the district sets one, with the place where it did.
 */
public record CaseloadPolicy(
        @Schema(description = "What each case weighs before anything else")
        @Nullable
        @DecimalMin("0")
        @DecimalMax("1000")
        BigDecimal base,

        @Schema(description = "What each barrier of the case adds") @Nullable @Size(max = 6)
        Map<Barrier, @NotNull @DecimalMin("0") @DecimalMax("1000") BigDecimal> barriers,

        @Schema(description = "What the stage of the case adds") @Nullable @Size(max = 4)
        Map<Stage, @NotNull @DecimalMin("0") @DecimalMax("1000") BigDecimal> stages,

        @Schema(description = "What the service level of the case adds, by the district's own codes")
        @Nullable
        @Size(max = 20)
        Map<@Pattern(regexp = CaseloadPolicy.LEVEL) String, @NotNull @DecimalMin("0") @DecimalMax("1000") BigDecimal>
                serviceLevels,

        @Nullable @Size(max = 40) List<@NotNull @Valid Cap> caps) {

    static final String LEVEL = "[A-Z][A-Z0-9_]{0,39}";

    static final String EXAMPLE = """
            {"base": 1, "barriers": {"BEHAVIOR": 0.5}, "stages": {"EVALUATION": 1.5}, "serviceLevels": {"RESOURCE": 1},
             "caps": [{"role": "CASE_MANAGER", "schoolLevel": "ELEMENTARY", "measure": "CASES", "most": 28,
                       "citation": "Agreement with the teachers' association, article 12.3"}]}""";

    static final CaseloadPolicy NONE = new CaseloadPolicy(null, null, null, null, null);

    /** Where a case stands, as far as weights go. */
    public enum Stage {
        INTAKE,
        EVALUATION,
        SERVICES,
        REEVALUATION
    }

    /** Level of the student's school, by his grade. */
    public enum SchoolLevel {
        ELEMENTARY,
        MIDDLE,
        HIGH
    }

    /** What a cap counts. */
    public enum Measure {
        CASES,
        WEIGHT
    }

    /** How much one person in a role may carry, and where the district says so. */
    public record Cap(
            @NotNull TeamMember.Role role,

            @Schema(description = "Only students of this level; all when left out") @Nullable
            SchoolLevel schoolLevel,

            @NotNull Measure measure,
            @NotNull @DecimalMin("0") @DecimalMax("100000") BigDecimal most,
            @NotBlank @Size(max = 500) String citation) {}

    /** Whether any weight is set. */
    public boolean weighs() {
        return base != null
                || !all(barriers).isEmpty()
                || !all(stages).isEmpty()
                || !all(serviceLevels).isEmpty();
    }

    /** The caps of a role. */
    public List<Cap> capsOf(TeamMember.Role role) {
        return Objects.requireNonNullElse(caps, List.<Cap>of()).stream()
                .filter(cap -> cap.role() == role)
                .toList();
    }

    boolean knowsLevel(String level) {
        return all(serviceLevels).containsKey(level);
    }

    private static <K> Map<K, BigDecimal> all(@Nullable Map<K, BigDecimal> weights) {
        return Objects.requireNonNullElse(weights, Map.of());
    }
}
