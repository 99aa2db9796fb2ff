package org.schoolcase.cases.action;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** What may be done in a case now, over HTTP. */
@Path("/v1/cases/{caseId}/actions")
@Tag(name = "Cases")
@RunOnVirtualThread
public class ActionResource {

    private final ListActions listActions;

    ActionResource(ListActions listActions) {
        this.listActions = listActions;
    }

    @GET
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.TEACHER,
        Role.AUDITOR
    })
    @Operation(
            operationId = "listActions",
            summary = "What the caller may do in a case now; for what he may not, the code and reason of the refusal")
    @APIResponse(responseCode = "200", description = "Every action with its link, open or shut with the reason")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<ActionView> list(@PathParam("caseId") UUID caseId) {
        return new Page<>(listActions.handle(caseId), null);
    }
}
