package org.schoolcase.cases.evaluation.plan;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolcase.cases.evaluation.Area;
import org.schoolcase.cases.evaluation.Instrument;

/** The plan of an evaluation, as it is to be now. */
@Schema(name = "EvaluationPlanRequest")
record PlanRequest(
        @NotNull LocalDate plannedOn,

        @Schema(description = "All areas related to the suspected disability; each once") @NotEmpty @Size(max = 12)
        List<@Valid @NotNull PlanArea> areas) {

    /** One area with how, by whom and in which language it is assessed. */
    @Schema(name = "EvaluationPlanArea")
    record PlanArea(
            @NotNull Area area,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull Instrument> instruments,
            @NotNull UUID assessorId,

            @Schema(description = "BCP 47 tag")
            @NotNull
            @Size(max = 35)
            @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
            String language) {}

    static final String EXAMPLE = """
            {"plannedOn": "2026-09-16", "areas": [
              {"area": "ACADEMIC", "assessorId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b77", "language": "en", "instruments": [
                {"name": "Individual achievement test", "procedure": "STANDARDIZED_TEST"},
                {"name": "Work samples in reading", "procedure": "WORK_SAMPLE"}]},
              {"area": "COMMUNICATION", "assessorId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b78", "language": "es", "instruments": [
                {"name": "Parent interview", "procedure": "INTERVIEW"}]}]}""";
}
