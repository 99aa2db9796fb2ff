package org.schoolcase.cases.evaluation.plan;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolcase.cases.evaluation.Area;

/** The result of one area of an evaluation. */
@Schema(name = "EvaluationAreaResult")
record AreaResultRequest(
        @NotNull Area area,
        @NotNull LocalDate completedOn,

        @Schema(description = "Staff member who assessed") @NotNull
        UUID assessedBy,

        @Schema(description = "Assessments filed in the case that it rests on") @NotNull @Size(max = 20)
        List<@NotNull UUID> assessmentIds,

        @NotBlank @Size(max = 20_000) String summary) {

    static final String EXAMPLE = """
            {"area": "ACADEMIC", "completedOn": "2026-10-02", "assessedBy": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b77",
             "assessmentIds": ["0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2c01"],
             "summary": "Basic reading 71 (3rd percentile); reading fluency 68; maths in the average range."}""";
}
