package org.schoolcase.cases.assessmentplan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.notice.Delivery;

/** A proposed assessment plan as the parent received it. */
record AssessmentPlanRequest(
        @Schema(description = "Types of assessments that are proposed, Cal. Ed. Code 56321(b)(3)")
        @NotNull
        @Size(min = 1, max = 50)
        List<@NotBlank @Size(max = 200) String> assessments,

        @Schema(description = "BCP 47 tag of the language of the plan")
        @NotNull
        @Size(max = 35)
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        String language,

        @Schema(description = "How it was translated, or why it is not in a recipient's language")
        @Nullable
        @Size(max = 2000)
        String languageNote,

        @NotNull Delivery delivery,
        @NotNull LocalDate sentOn,

        @Schema(description = "The day on which the first recipient had it") @NotNull
        LocalDate receivedOn,

        @Schema(
                description =
                        "Guardians to whom it was given; each held educational rights on that day, or they had passed from him to the adult student, 300.520(a)(1)(i)")
        @NotNull
        @Size(max = 10)
        List<@NotNull UUID> guardianIds,

        @Schema(description = "Given to the adult student who holds the rights, 300.520") @Nullable
        Boolean toStudent) {

    static final String EXAMPLE = """
            {"assessments": ["Academic achievement", "Speech and language", "Classroom observation"], "language": "es",
             "delivery": "MAIL", "sentOn": "2026-09-10", "receivedOn": "2026-09-12",
             "guardianIds": ["0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10"]}""";

    boolean isToStudent() {
        return Boolean.TRUE.equals(toStudent);
    }
}
