package org.schoolcase.cases.evaluation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A review of existing data: what was looked at, and what more is needed (34 CFR 300.305(a)). */
@Schema(name = "ExistingDataReview")
public record Review(
        @NotNull LocalDate reviewedOn,
        @NotEmpty @Size(max = 30) List<@Valid @NotNull Source> sources,

        @Schema(description = "Staff ids of the group that reviewed") @NotEmpty @Size(max = 20)
        List<@NotNull UUID> reviewers,

        @NotNull Boolean moreDataNeeded,

        @Schema(description = "What more is needed, and why; required when it is") @Size(max = 4000) @Nullable
        String questions,

        @Schema(description = "What the parent was told when no more data are needed; required then") @Valid @Nullable
        Notice notice,

        @Schema(description = "Agreement to reevaluate within a year of the last evaluation") @Valid @Nullable
        Agreement earlyAgreement) {

    /** Where existing data come from. */
    @Schema(name = "ReviewSourceKind")
    public enum Kind {
        EXISTING_EVALUATION,
        PARENT_INFORMATION,
        CLASSROOM_ASSESSMENT,
        STATE_ASSESSMENT,
        CLASSROOM_OBSERVATION,
        TEACHER_OBSERVATION,
        PROVIDER_OBSERVATION,
        ATTENDANCE,
        BEHAVIOR,
        INTERVENTION,
        OTHER
    }

    /** Something that was looked at. */
    @Schema(name = "ReviewSource")
    public record Source(
            @NotNull Kind kind, @NotBlank @Size(max = 4000) String summary) {}

    /** What a parent is told when no more data are needed (34 CFR 300.305(d)(1)). */
    @Schema(name = "NoMoreDataNotice")
    public record Notice(
            @NotNull UUID guardianId,
            @NotNull LocalDate toldOn,
            @NotBlank @Size(max = 4000) String reasons,

            @Schema(description = "The parent was told of the right to ask for an assessment") @NotNull @AssertTrue
            Boolean toldOfRightToAsk) {}

    /** That parent and agency agree (34 CFR 300.303(b)(1)). */
    @Schema(name = "EarlyEvaluationAgreement")
    public record Agreement(
            @NotNull UUID guardianId,
            @NotNull UUID staffId,
            @NotNull LocalDate agreedOn) {}
}
