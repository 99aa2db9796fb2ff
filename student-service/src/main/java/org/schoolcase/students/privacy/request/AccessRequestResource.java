package org.schoolcase.students.privacy.request;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
import org.schoolcase.students.privacy.RecordRights;
import org.schoolcase.students.privacy.request.MoveAccessRequest.Which;

/** Requests of families to inspect a record (34 CFR 99.10, 300.613), and the export that answers them. */
@Path("/v1/students/{studentId}/access-requests")
@RunOnVirtualThread
public class AccessRequestResource {

    private static final String[] READERS = {Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.AUDITOR};

    private final RecordRights rights;
    private final AccessRequests requests;
    private final MoveAccessRequest move;
    private final Cursors cursors;
    private final Audit audit;

    AccessRequestResource(
            RecordRights rights, AccessRequests requests, MoveAccessRequest move, Cursors cursors, Audit audit) {
        this.rights = rights;
        this.requests = requests;
        this.move = move;
        this.cursors = cursors;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "requestAccess",
            summary = "Ask to inspect a record, or record that a family asks; the answer names the last day")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "request", value = """
                    {"receivedOn": "2026-11-02", "before": {"kind": "IEP_MEETING", "on": "2026-11-20"},
                     "guardianId": "5f0c9a52-2f0e-5a86-9b7d-0c6a0f5d8a11"}""")))
    @APIResponse(responseCode = "201", description = "Received")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(
            responseCode = "422",
            description = "Nobody is named who asks (requester.required), a person without rights"
                    + " (requester.without-rights), days out of order (date.in-future, date.too-early)")
    public RestResponse<AccessRequestView> request(UUID studentId, @Valid @NotNull AccessRequestBody body) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR);
        var view = move.receive(studentId, body);
        return Answers.created(
                "/v1/students/%s/access-requests/%s".formatted(studentId, view.id()), view, view.version());
    }

    @GET
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(operationId = "listAccessRequests", summary = "List the requests to inspect a record, newest first")
    @APIResponse(responseCode = "200", description = "A page; the parts are shown with the single request")
    @APIResponse(responseCode = "400", description = "The cursor is not ours (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<AccessRequestView> list(
            UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        rights.require(studentId, READERS);
        var name = "access-requests|" + studentId;
        var found = requests.page(studentId, cursors.open(name, cursor), limit);
        audit.showed(AuditEntry.of("access-request.list", "student", studentId).student(studentId));
        return cursors.page(name, found, limit, view -> List.of(view.id().toString()));
    }

    @GET
    @Path("/{requestId}")
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(
            operationId = "getAccessRequest",
            summary = "Show a request to inspect with its due date and the state of its parts")
    @APIResponse(responseCode = "200", description = "The request, with ETag")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    public RestResponse<AccessRequestView> get(UUID studentId, UUID requestId) {
        rights.require(studentId, READERS);
        var found = requests.find(studentId, requestId).orElseThrow(ProblemException::notFound);
        audit.showed(AuditEntry.of("access-request.read", "access-request", requestId)
                .student(studentId));
        return Answers.ok(requests.view(found), found.version());
    }

    @POST
    @Path("/{requestId}/withdrawal")
    @Idempotent
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR})
    @Operation(operationId = "withdrawAccessRequest", summary = "Take a request to inspect back; its parts are deleted")
    @APIResponse(responseCode = "200", description = "Withdrawn")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (access-request.state)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    public RestResponse<AccessRequestView> withdraw(
            UUID studentId, UUID requestId, @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR);
        var view = move.withdraw(new Which(studentId, requestId, ifMatch));
        return Answers.ok(view, view.version());
    }
}
