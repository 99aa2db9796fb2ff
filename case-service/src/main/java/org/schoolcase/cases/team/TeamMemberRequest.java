package org.schoolcase.cases.team;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.TeamMember;

/** Asks for a person to be put on the team. */
record TeamMemberRequest(
        @NotNull UUID staffId,
        @NotNull TeamMember.Role role,

        @Schema(description = "First day on the team, in the district's zone") @NotNull
        LocalDate from,

        @Schema(description = "Last day, where one is known; none for a case manager") @Nullable
        LocalDate to) {

    static final String EXAMPLE = """
            {"staffId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b11", "role": "SPEECH_THERAPIST", "from": "2026-09-14"}""";
}
