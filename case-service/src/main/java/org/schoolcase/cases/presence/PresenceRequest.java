package org.schoolcase.cases.presence;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A heartbeat: what the caller has open. Ids and words of the API only, nothing that somebody typed. */
record PresenceRequest(
        @Schema(description = "Path of what is open: the case, or something below it")
        @NotNull
        @Size(max = 300)
        @Pattern(regexp = "/v1/cases/[a-z0-9-]+(/[a-z0-9-]+)*")
        String resource,

        @Schema(description = "Part of it, such as a heading of a form")
        @Size(max = 80)
        @Pattern(regexp = "[a-z0-9][a-zA-Z0-9._-]*")
        @Nullable
        String section) {

    static final String EXAMPLE = """
            {"resource": "/v1/cases/0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b10/deadline-facts", "section": "absences"}""";

    boolean isOf(UUID caseId) {
        var base = "/v1/cases/" + caseId;
        return resource.equals(base) || resource.startsWith(base + "/");
    }

    String sectionOrWhole() {
        return section == null ? "" : section;
    }
}
