package org.schoolcase.cases.intake.suggestion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.schoolcase.cases.casefile.Barrier;

/** A person's words about why a suggestion becomes a case. */
record ConfirmationRequest(
        @Schema(description = "Why, in the words of the person who looked") @NotBlank @Size(max = 4000)
        String reason,

        @NotNull @Size(max = 6) Set<@NotNull Barrier> barriers) {

    static final String EXAMPLE = """
            {"reason": "Absent two days a week since October; the counselor spoke with the family.",
             "barriers": ["ATTENDANCE", "FAMILY"]}""";
}
