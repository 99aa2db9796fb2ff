package org.schoolcase.cases.intake.suggestion;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a suggestion does not become a case. */
record DismissalRequest(@NotBlank @Size(max = 2000) String reason) {

    static final String EXAMPLE = """
            {"reason": "Absent for a surgery that is over; back since Monday."}""";
}
