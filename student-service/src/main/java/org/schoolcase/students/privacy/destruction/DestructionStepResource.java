package org.schoolcase.students.privacy.destruction;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Destructions of the district and their proofs; they outlast the student's record. */
@Path("/v1/destructions")
@RunOnVirtualThread
public class DestructionStepResource {

    private final Destructions destructions;
    private final CarryOutDestruction carryOut;
    private final Cursors cursors;
    private final Audit audit;

    DestructionStepResource(Destructions destructions, CarryOutDestruction carryOut, Cursors cursors, Audit audit) {
        this.destructions = destructions;
        this.carryOut = carryOut;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listDestructions", summary = "List the destructions of the district, newest first")
    @APIResponse(responseCode = "200", description = "A page; the counts are shown with the single destruction")
    @APIResponse(responseCode = "400", description = "The cursor is not ours (cursor.invalid)")
    public Page<DestructionView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        var found = destructions.page(cursors.open("destructions", cursor), limit);
        return cursors.page(
                "destructions", found, limit, view -> List.of(view.id().toString()));
    }

    @GET
    @Path("/{destructionId}")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "getDestruction",
            summary = "Show a destruction with its proof: kinds, counts, rule, time and hash")
    @APIResponse(responseCode = "200", description = "The destruction, with ETag")
    @APIResponse(responseCode = "404", description = "No such destruction (not-found)")
    public RestResponse<DestructionView> get(UUID destructionId) {
        var found = destructions.find(destructionId).orElseThrow(ProblemException::notFound);
        audit.showed(
                AuditEntry.of("destruction.read", "destruction", destructionId).student(found.studentId()));
        return Answers.ok(destructions.view(found), found.version());
    }

    @POST
    @Path("/{destructionId}/execution")
    @Idempotent
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "carryOutDestruction",
            summary = "Destroy the record here and order it in all services; cannot be undone")
    @APIResponse(responseCode = "200", description = "Ordered; DESTROYED with its hash once all services have answered")
    @APIResponse(responseCode = "404", description = "No such destruction (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "Not in this state (destruction.state), the notice runs (destruction.notice-runs), a hold"
                    + " (destruction.legal-hold), an open request (destruction.access-request-open,"
                    + " destruction.amendment-open), the student is back (destruction.student-active)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    public RestResponse<DestructionView> execute(
            UUID destructionId, @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch) {
        var view = carryOut.execute(destructionId, ifMatch);
        return Answers.ok(view, view.version());
    }

    @POST
    @Path("/{destructionId}/cancellation")
    @Idempotent
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(operationId = "cancelDestruction", summary = "Call an announced destruction off")
    @APIResponse(responseCode = "200", description = "Called off")
    @APIResponse(responseCode = "404", description = "No such destruction (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state (destruction.state)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    public RestResponse<DestructionView> cancel(
            UUID destructionId, @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch) {
        var view = carryOut.cancel(destructionId, ifMatch);
        return Answers.ok(view, view.version());
    }
}
