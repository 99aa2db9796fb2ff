package org.schoolcase.cases.evaluation;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A copy that a parent was given at no cost (34 CFR 300.306(a)(2)). */
public record ParentCopy(UUID id, UUID guardianId, LocalDate givenOn, Method method, String language) {

    /** How it was given. */
    @Schema(name = "CopyMethod")
    public enum Method {
        IN_PERSON,
        MAIL,
        ELECTRONIC
    }

    /** Of what. */
    public enum Document {
        EVALUATION_REPORT,
        DETERMINATION
    }
}
