package org.schoolcase.cases.timeline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.happening.Kind;

/** Which part of a timeline is wanted, and in which words. */
public record TimelineRequest(
        @Schema(description = "Only these kinds; may be repeated") @QueryParam("kind") @Size(max = 100)
        List<@NotNull Kind> kinds,

        @Schema(description = "From this day on") @QueryParam("from") @Nullable
        LocalDate from,

        @Schema(description = "Up to this day") @QueryParam("to") @Nullable
        LocalDate to,

        @QueryParam("order") @DefaultValue("NEWEST_FIRST") @NotNull
        Timeline.Order order,

        @Schema(description = "Language of the words; before Accept-Language")
        @QueryParam("language")
        @Pattern(regexp = "en|es")
        @Nullable
        String language,

        @HeaderParam("Accept-Language") @Size(max = 500) @Nullable
        String acceptLanguage,

        @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200)
        int limit,

        @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {

    Timeline.Filter toFilter() {
        return new Timeline.Filter(List.copyOf(kinds), from, to, order);
    }
}
