package org.schoolcase.students.privacy.mention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.privacy.RecordRights;

/** Names of other students that were found in the free texts of an export: none leaves the house undecided (34 CFR 99.12(a)). */
@Path("/v1/students/{studentId}/access-requests/{requestId}/mentions")
@RunOnVirtualThread
public class MentionResource {

    private final RecordRights rights;
    private final DecideMention decide;
    private final Cursors cursors;

    MentionResource(RecordRights rights, DecideMention decide, Cursors cursors) {
        this.rights = rights;
        this.decide = decide;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "listMentions",
            summary = "List names of other students in the export, with the text around each and what was decided")
    @APIResponse(responseCode = "200", description = "A page; empty before the export was first to be closed")
    @APIResponse(responseCode = "400", description = "The cursor is not ours (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    public Page<MentionView> list(
            UUID studentId,
            UUID requestId,
            @QueryParam("undecided") @DefaultValue("false") boolean undecided,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.COORDINATOR);
        var name = "mentions|" + requestId + "|" + undecided;
        var found = decide.page(studentId, requestId, undecided, cursors.open(name, cursor), limit);
        return cursors.page(name, found, limit, view -> List.of(view.id().toString()));
    }

    @POST
    @Path("/{mentionId}/decision")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "decideMention",
            summary = "Decide that a name stays or is left out; until the export is closed it may be decided otherwise")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "left out", value = """
                    {"decision": "REDACT", "reason": "A classmate, not concerned by the request"}""")))
    @APIResponse(responseCode = "200", description = "Decided; with the last one the export can be closed")
    @APIResponse(responseCode = "404", description = "No such name for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (access-request.state)")
    public RestResponse<MentionView> decide(
            UUID studentId, UUID requestId, UUID mentionId, @Valid @NotNull MentionDecisionRequest body) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.COORDINATOR);
        return RestResponse.ok(decide.decide(studentId, requestId, mentionId, body));
    }
}
