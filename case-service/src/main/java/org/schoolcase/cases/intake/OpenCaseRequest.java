package org.schoolcase.cases.intake;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolcase.cases.casefile.Barrier;
import org.schoolcase.cases.casefile.CaseFile;

/** Asks for a case to be opened. */
record OpenCaseRequest(
        @NotNull UUID studentId,
        @NotNull CaseFile.Source source,

        @Schema(description = "Why, in the words of the referral") @NotBlank @Size(max = 4000)
        String reason,

        @NotNull @Size(max = 6) Set<@NotNull Barrier> barriers,

        @Schema(description = "Date the referral was received, in the district's zone") @NotNull
        LocalDate receivedOn) {

    static final String EXAMPLE = """
            {"studentId": "6f1f0b9e-4f1c-5a44-9d6b-0d1b7d0f7a11", "source": "STAFF",
             "reason": "Reads well below grade level after two terms of small-group support.",
             "barriers": ["ACADEMIC", "ATTENDANCE"], "receivedOn": "2026-09-08"}""";

    OpenCase.Command toCommand() {
        return new OpenCase.Command(studentId, source, reason, barriers, receivedOn);
    }
}
