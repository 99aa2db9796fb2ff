package org.schoolcase.cases.exit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Ends of special education over HTTP. */
@Path("/v1/cases/{caseId}/exits")
@Tag(name = "Exit")
@RunOnVirtualThread
public class ExitResource {

    private final ExitServices exitServices;
    private final Exits exits;
    private final Casework casework;

    ExitResource(ExitServices exitServices, Exits exits, Casework casework) {
        this.exitServices = exitServices;
        this.exits = exits;
        this.casework = casework;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "graduation", value = ExitRequest.EXAMPLE)))
    @Operation(
            operationId = "exitServices",
            summary = "Record the end of special education, with its basis; its clocks end")
    @APIResponse(responseCode = "201", description = "Recorded, with the EDFacts code")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "case.closed, exit.nothing-to-end")
    @APIResponse(
            responseCode = "422",
            description = "exit.summary-missing (34 CFR 300.305(e)(3)), exit.not-evaluated (34 CFR 300.305(e)(1)), "
                    + "exit.consent-not-revoked, dates.out-of-order")
    public RestResponse<ExitView> exit(@PathParam("caseId") UUID caseId, @Valid @NotNull ExitRequest body) {
        return Answers.created("/v1/cases/%s/exits".formatted(caseId), exitServices.handle(caseId, body), 0);
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "listExits", summary = "Ends of special education in a case, newest first")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<ExitView> list(@PathParam("caseId") UUID caseId) {
        casework.show(caseId, "special-education-exit.list");
        return new Page<>(exits.ofCase(caseId), null);
    }
}
