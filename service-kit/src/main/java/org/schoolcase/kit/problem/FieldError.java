package org.schoolcase.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One fault in a request: where it is (a JSON pointer of RFC 6901, or a parameter) and what is wrong, never the value. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(
        @Schema(examples = "/barriers/0") @Nullable String pointer,
        @Schema(examples = "limit") @Nullable String parameter,
        @Schema(examples = "required") String code,
        String detail) {

    /** A fault in the body. */
    public static FieldError at(String pointer, String code, String detail) {
        return new FieldError(pointer, null, code, detail);
    }

    /** A fault in a path, query or header parameter. */
    public static FieldError parameter(String name, String code, String detail) {
        return new FieldError(null, name, code, detail);
    }
}
