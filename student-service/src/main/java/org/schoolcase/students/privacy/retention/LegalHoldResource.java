package org.schoolcase.students.privacy.retention;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.privacy.RecordRights;

/** Legal holds on the record of one student. */
@Path("/v1/students/{studentId}/legal-holds")
@RunOnVirtualThread
public class LegalHoldResource {

    private final RecordRights rights;
    private final LegalHolds holds;
    private final Audit audit;

    LegalHoldResource(RecordRights rights, LegalHolds holds, Audit audit) {
        this.rights = rights;
        this.holds = holds;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "placeLegalHold",
            summary = "Place a hold: nothing of the student is destroyed while it is in force")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "hold", value = """
                    {"reason": "DUE_PROCESS", "matter": "Hearing request 2026-114 of 2026-10-02"}""")))
    @APIResponse(responseCode = "201", description = "Placed")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public RestResponse<LegalHoldView> place(UUID studentId, @Valid @NotNull LegalHoldRequest body) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN);
        var view = holds.place(studentId, body);
        return Answers.created("/v1/students/%s/legal-holds".formatted(studentId), view, view.version());
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listLegalHolds", summary = "List the holds on a record, newest first")
    @APIResponse(responseCode = "200", description = "The latest 200; there is never a next page")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<LegalHoldView> list(UUID studentId) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.AUDITOR);
        audit.showed(AuditEntry.of("legal-hold.list", "student", studentId).student(studentId));
        return new Page<>(holds.of(studentId), null);
    }

    @POST
    @Path("/{holdId}/release")
    @Idempotent
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(operationId = "releaseLegalHold", summary = "Release a hold; a second release changes nothing")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "release", value = """
                    {"reason": "Settled on 2026-11-20"}""")))
    @APIResponse(responseCode = "200", description = "Released")
    @APIResponse(responseCode = "404", description = "No such hold for this caller (not-found)")
    public RestResponse<LegalHoldView> release(UUID studentId, UUID holdId, @Valid @NotNull ReleaseRequest body) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN);
        var view = holds.release(studentId, holdId, body.reason()).orElseThrow(ProblemException::notFound);
        return Answers.ok(view, view.version());
    }
}
