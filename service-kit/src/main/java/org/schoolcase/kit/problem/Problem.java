package org.schoolcase.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Problem details of RFC 9457.
 *
 * @param code stable name that a client may branch on, such as {@code case.already-open}
 * @param errors the faults of single fields
 * @param citation where the refusal comes from law, the section it stands in
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "Problem details (RFC 9457)")
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Schema(examples = "not-found") String code,
        List<FieldError> errors,
        @Nullable String citation,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {

    public static final String MEDIA_TYPE = "application/problem+json";
}
