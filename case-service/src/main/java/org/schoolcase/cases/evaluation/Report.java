package org.schoolcase.cases.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The report of an evaluation. */
@Schema(name = "EvaluationReport")
public record Report(
        @NotNull LocalDate reportedOn,
        @NotEmpty @Size(max = 40) List<@Valid @NotNull Section> sections,

        @Schema(description = "Staff ids") @NotEmpty @Size(max = 20)
        List<@NotNull UUID> authors,

        @NotNull @Size(max = 20) List<@Valid @NotNull Dissent> dissents) {

    /** A part of the report. */
    @Schema(name = "EvaluationReportSection")
    public record Section(
            @NotBlank @Size(max = 200) String heading,
            @NotBlank @Size(max = 20_000) String text) {}

    /** The other conclusion of a member of the group. */
    @Schema(name = "EvaluationDissent")
    public record Dissent(
            @NotNull UUID staffId,
            @NotBlank @Size(max = 4000) String statement) {}
}
