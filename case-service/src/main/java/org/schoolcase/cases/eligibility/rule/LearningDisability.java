package org.schoolcase.cases.eligibility.rule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a determination of a specific learning disability holds beside (34 CFR 300.307 to 300.311); all is required then. */
public record LearningDisability(
        @Nullable Method method,

        @Schema(description = "Areas of inadequate achievement, 34 CFR 300.309(a)(1)") @Size(max = 8) @Nullable
        Set<@NotNull Achievement> areas,

        @Valid @Nullable Observation observation,

        @Schema(
                description =
                        "Data that the student had appropriate instruction by qualified personnel, 34 CFR 300.309(b)(1)")
        @Size(max = 8000)
        @Nullable
        String instructionData,

        @Valid @Nullable RepeatedAssessments repeatedAssessments,

        @Schema(description = "True when it is not primarily the result of a factor of 34 CFR 300.309(a)(3)") @Nullable
        Boolean otherFactorsExcluded,

        @Schema(description = "The basis for the determination, 34 CFR 300.311(a)(1)-(2)") @Size(max = 8000) @Nullable
        String statement,

        @Schema(description = "Educationally relevant medical findings, if any") @Size(max = 8000) @Nullable
        String medicalFindings,

        @Schema(
                description =
                        "With response to intervention: when the parents were told of it, 34 CFR 300.311(a)(7)(ii)")
        @Nullable
        LocalDate parentsToldOfInterventionOn) {

    /** By which method of the State's criteria (34 CFR 300.307(a)). */
    @Schema(name = "LearningDisabilityMethod")
    public enum Method {
        RESPONSE_TO_INTERVENTION,
        SEVERE_DISCREPANCY,
        OTHER_RESEARCH_BASED
    }

    /** Where the student does not achieve adequately (34 CFR 300.309(a)(1)). */
    @Schema(name = "LearningDisabilityArea")
    public enum Achievement {
        ORAL_EXPRESSION,
        LISTENING_COMPREHENSION,
        WRITTEN_EXPRESSION,
        BASIC_READING,
        READING_FLUENCY,
        READING_COMPREHENSION,
        MATH_CALCULATION,
        MATH_PROBLEM_SOLVING
    }

    /** Observation in the learning environment (34 CFR 300.310). */
    @Schema(name = "LearningDisabilityObservation")
    public record Observation(
            @NotNull LocalDate observedOn,
            @NotNull UUID observerId,
            @NotBlank @Size(max = 400) String setting,

            @Schema(description = "Relevant behavior, and how it relates to academic functioning")
            @NotBlank
            @Size(max = 8000)
            String behavior) {}

    /** Repeated assessments of achievement during instruction, shared with the parents (34 CFR 300.309(b)(2)). */
    @Schema(name = "LearningDisabilityAssessments")
    public record RepeatedAssessments(
            @NotBlank @Size(max = 8000) String summary,
            @NotNull LocalDate sharedWithParentsOn) {}
}
