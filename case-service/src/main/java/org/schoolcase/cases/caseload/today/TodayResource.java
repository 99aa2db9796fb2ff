package org.schoolcase.cases.caseload.today;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** The caseload page of a member of staff over HTTP. */
@Path("/v1/caseload")
@Tag(name = "Caseloads")
@RunOnVirtualThread
public class TodayResource {

    /** Says up to when the caller has read what is new. */
    record SeenRequest(
            @Schema(description = "The asOf of the page that was read") @NotNull
            Instant upTo) {

        static final String EXAMPLE = """
                {"upTo": "2026-09-14T15:04:05Z"}""";
    }

    /** Where the mark is now. */
    public record SeenView(Instant seenAt) {}

    private final ShowToday showToday;
    private final MarkSeen markSeen;

    TodayResource(ShowToday showToday, MarkSeen markSeen) {
        this.showToday = showToday;
        this.markSeen = markSeen;
    }

    @GET
    @Path("/today")
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER})
    @Operation(
            operationId = "showToday",
            summary = "What the caller has to do in his own open cases: overdue, due soon, meetings, unanswered,"
                    + " drafts, new")
    @APIResponse(responseCode = "200", description = "The page; each part says where the rest of it is")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    public TodayView today(
            @QueryParam("days") @DefaultValue("14") @Min(1) @Max(60) int days,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit) {
        return showToday.handle(days, limit);
    }

    @GET
    @Path("/today/{part}")
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER})
    @Operation(operationId = "listToday", summary = "One part of the caller's caseload page, page by page")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid), or no such part")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    public Page<TodayItem> more(
            @PathParam("part") @Pattern(regexp = Section.PATHS) String part,
            @QueryParam("days") @DefaultValue("14") @Min(1) @Max(60) int days,
            @QueryParam("limit") @DefaultValue("25") @Min(1) @Max(100) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        return showToday.more(Section.at(part), days, cursor, limit);
    }

    @POST
    @Path("/seen")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "read", value = SeenRequest.EXAMPLE)))
    @Operation(operationId = "markSeen", summary = "Say up to when the caller has read what is new; never goes back")
    @APIResponse(responseCode = "200", description = "Where the mark is now")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    @APIResponse(responseCode = "422", description = "In the future (seen.in-future)")
    public RestResponse<SeenView> seen(@Valid @NotNull SeenRequest body) {
        return switch (markSeen.handle(body.upTo())) {
            case MarkSeen.Outcome.Marked(var seenAt) -> RestResponse.ok(new SeenView(seenAt));
            case MarkSeen.Outcome.InFuture(var now) -> {
                var detail = "Nobody has seen what comes; it is " + now + " now.";
                throw ProblemException.unprocessable("seen.in-future", detail).field("/upTo", "in-future", detail);
            }
        };
    }
}
