package org.schoolcase.cases.eligibility.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A decision on eligibility, as the group made it. */
@Schema(name = "EligibilityDeterminationRequest")
public record DeterminationRequest(
        @NotNull LocalDate decidedOn,
        @NotNull Decision decision,

        @Schema(description = "Legal category; with ELIGIBLE only") @Nullable
        Category primaryCategory,

        @NotNull @Size(max = 13) Set<@NotNull Category> secondaryCategories,

        @Schema(description = "By reason of the disability, special education is needed (34 CFR 300.8(a)(1))") @NotNull
        Boolean needsSpecialEducation,

        @NotNull @Valid Exclusions determinantFactors,

        @Schema(description = "Sources drawn upon (34 CFR 300.306(c)(1)(i))") @NotEmpty @Size(max = 8)
        Set<@NotNull InformationSource> sources,

        @NotBlank @Size(max = 8000) String rationale,
        @NotEmpty @Size(max = 30) List<@Valid @NotNull TeamMember> team,

        @Schema(description = "Required when a category is SPECIFIC_LEARNING_DISABILITY") @Valid @Nullable
        LearningDisability learningDisability) {

    /** Whether the student is a child with a disability. */
    @Schema(name = "EligibilityDecision")
    public enum Decision {
        ELIGIBLE,
        NOT_ELIGIBLE
    }

    /** Where information comes from (34 CFR 300.306(c)(1)(i)). */
    @Schema(name = "EligibilityInformationSource")
    public enum InformationSource {
        APTITUDE_AND_ACHIEVEMENT_TESTS,
        PARENT_INPUT,
        TEACHER_RECOMMENDATIONS,
        PHYSICAL_CONDITION,
        SOCIAL_OR_CULTURAL_BACKGROUND,
        ADAPTIVE_BEHAVIOR,
        OBSERVATION,
        OTHER
    }

    /** What must not be the determinant factor (34 CFR 300.306(b)(1)); true where it is. */
    @Schema(name = "EligibilityDeterminantFactors")
    public record Exclusions(
            @NotNull Boolean lackOfReadingInstruction,
            @NotNull Boolean lackOfMathInstruction,
            @NotNull Boolean limitedEnglish) {

        boolean any() {
            return lackOfReadingInstruction || lackOfMathInstruction || limitedEnglish;
        }
    }

    public boolean isEligible() {
        return decision == Decision.ELIGIBLE;
    }

    boolean names(Category category) {
        return primaryCategory == category || secondaryCategories.contains(category);
    }

    public static final String EXAMPLE = """
            {"decidedOn": "2026-11-18", "decision": "ELIGIBLE", "primaryCategory": "SPEECH_OR_LANGUAGE_IMPAIRMENT",
             "secondaryCategories": [], "needsSpecialEducation": true,
             "determinantFactors": {"lackOfReadingInstruction": false, "lackOfMathInstruction": false, "limitedEnglish": false},
             "sources": ["APTITUDE_AND_ACHIEVEMENT_TESTS", "PARENT_INPUT", "TEACHER_RECOMMENDATIONS"],
             "rationale": "An articulation disorder that affects participation in class.",
             "team": [
               {"role": "PARENT", "guardianId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10", "invited": true, "attended": true, "agrees": true},
               {"role": "SPEECH_LANGUAGE_PATHOLOGIST", "staffId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b78", "invited": true, "attended": true, "agrees": true},
               {"role": "REGULAR_TEACHER", "staffId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b79", "invited": true, "attended": true, "agrees": true}]}""";
}
