package org.schoolcase.cases.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Asks for a task by hand. */
record TaskRequest(
        @NotNull TaskKind kind,

        @Schema(description = "What is to be done") @NotBlank @Size(max = 1000)
        String text,

        @Schema(description = "A member of the case's team") @NotNull
        UUID ownerId,

        @Nullable LocalDate dueOn,

        @Schema(description = "Where the work is done: paths of this API or https addresses") @Nullable @Size(max = 10)
        List<
                        @NotNull @Size(max = 500)
                        @Pattern(regexp = "(/v1/|https://)[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]{1,490}") String>
                links) {

    static final String EXAMPLE = """
            {"kind": "CONTACT_FAMILY", "text": "Ask which afternoons suit for the meeting.", "dueOn": "2026-09-25",
             "ownerId": "0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b11", "links": []}""";

    CaseTask.Order toOrder() {
        return new CaseTask.Order(kind, text.strip(), Objects.requireNonNullElse(links, List.of()), ownerId, dueOn);
    }
}
