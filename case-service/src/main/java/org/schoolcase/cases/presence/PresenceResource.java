package org.schoolcase.cases.presence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Who has a case open, over HTTP. It shows staff to each other, nothing of the child, so it is not audited; the relation is. */
@Path("/v1/cases/{caseId}/presence")
@Tag(name = "Presence")
@RunOnVirtualThread
public class PresenceResource {

    private static final List<String> ROLES =
            List.of(Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.SCHOOL_ADMIN, Role.DISTRICT_ADMIN);

    private final CaseAccess access;
    private final Presences presences;
    private final CurrentUser user;

    PresenceResource(CaseAccess access, Presences presences, CurrentUser user) {
        this.access = access;
        this.presences = presences;
        this.user = user;
    }

    @POST
    @Transactional
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.SERVICE_PROVIDER})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a form is open", value = PresenceRequest.EXAMPLE)))
    @Operation(
            operationId = "beatPresence",
            summary = "Say what of the case I have open; repeat it every 15 seconds, after 45 I count as gone")
    @APIResponse(responseCode = "200", description = "Everybody who has something of the case open")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "The caller has 20 parts of the case open (presence.too-many)")
    @APIResponse(responseCode = "422", description = "The path is not of this case (presence.resource-elsewhere)")
    public PresenceView beat(@PathParam("caseId") UUID caseId, @Valid @NotNull PresenceRequest body) {
        access.toRead(caseId, Reach.READ);
        if (!body.isOf(caseId)) {
            throw ProblemException.unprocessable("presence.resource-elsewhere", "The path is not of this case.")
                    .field("/resource", "presence.resource-elsewhere", "Begins with the path of the case.");
        }
        if (!presences.beat(caseId, staff(), role(), body)) {
            throw ProblemException.conflict("presence.too-many", "You have 20 parts of this case open; leave some.");
        }
        return presences.of(caseId);
    }

    @GET
    @Transactional
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.SERVICE_PROVIDER})
    @Operation(operationId = "getPresence", summary = "Who has something of the case open now")
    @APIResponse(responseCode = "200", description = "The longest there first")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public PresenceView get(@PathParam("caseId") UUID caseId) {
        access.toRead(caseId, Reach.READ);
        return presences.of(caseId);
    }

    @DELETE
    @Transactional
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.SERVICE_PROVIDER})
    @Operation(operationId = "leavePresence", summary = "Say that I have left the case, or one resource of it")
    @APIResponse(responseCode = "204", description = "Left, or was not there")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public void leave(
            @PathParam("caseId") UUID caseId, @QueryParam("resource") @Size(max = 300) @Nullable String resource) {
        access.toRead(caseId, Reach.READ);
        presences.leave(caseId, staff(), resource);
    }

    private UUID staff() {
        return user.staffId()
                .orElseThrow(() -> ProblemException.forbidden(
                        "staff-id.missing", "The token names no staff member who could be seen by others."));
    }

    private String role() {
        return ROLES.stream().filter(user::has).findFirst().orElseThrow();
    }
}
