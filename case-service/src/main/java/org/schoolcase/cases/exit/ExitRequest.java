package org.schoolcase.cases.exit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Special education ends. */
record ExitRequest(
        @NotNull Basis basis,
        @NotNull LocalDate exitedOn,
        @NotBlank @Size(max = 4000) String explanation,

        @Schema(description = "Required with GRADUATED and AGED_OUT (34 CFR 300.305(e)(3))") @Valid @Nullable
        Summary summary) {

    /** Summary of academic achievement and functional performance, with recommendations for goals after school. */
    @Schema(name = "SummaryOfPerformance")
    record Summary(
            @NotBlank @Size(max = 20_000) String academicAchievement,
            @NotBlank @Size(max = 20_000) String functionalPerformance,
            @NotBlank @Size(max = 20_000) String recommendations,
            @NotNull LocalDate givenOn) {}

    static final String EXAMPLE = """
            {"basis": "GRADUATED", "exitedOn": "2031-06-06", "explanation": "Regular diploma in June.",
             "summary": {"academicAchievement": "Reads at the level of grade 10.", "functionalPerformance": "Travels alone by bus.",
                         "recommendations": "Ask the college for extended time.", "givenOn": "2031-06-02"}}""";
}
