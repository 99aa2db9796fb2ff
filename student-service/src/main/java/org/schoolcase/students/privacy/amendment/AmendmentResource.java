package org.schoolcase.students.privacy.amendment;

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
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.privacy.RecordRights;

/** Requests of families to amend a record (34 CFR 99.20). */
@Path("/v1/students/{studentId}/amendments")
@RunOnVirtualThread
public class AmendmentResource {

    private static final String[] STAFF = {Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.AUDITOR};

    private final RecordRights rights;
    private final Amendments amendments;
    private final RequestAmendment requestAmendment;
    private final Cursors cursors;
    private final Audit audit;

    AmendmentResource(
            RecordRights rights,
            Amendments amendments,
            RequestAmendment requestAmendment,
            Cursors cursors,
            Audit audit) {
        this.rights = rights;
        this.amendments = amendments;
        this.requestAmendment = requestAmendment;
        this.cursors = cursors;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "requestAmendment",
            summary = "Ask that a part of a record be amended, or record that a family asks")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "request", value = """
                    {"recordPart": "Attendance of March 2026", "ground": "INACCURATE", "receivedOn": "2026-11-02",
                     "wanted": "The three days of March 9 to 11 were excused: the notes are attached to the letter",
                     "guardianId": "5f0c9a52-2f0e-5a86-9b7d-0c6a0f5d8a11"}""")))
    @APIResponse(responseCode = "201", description = "Received")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(
            responseCode = "422",
            description = "Nobody is named who asks (requester.required), a person without rights"
                    + " (requester.without-rights), a day to come (date.in-future)")
    public RestResponse<AmendmentView> request(UUID studentId, @Valid @NotNull AmendmentRequest body) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR);
        var view = requestAmendment.handle(studentId, body);
        return Answers.created("/v1/students/%s/amendments/%s".formatted(studentId, view.id()), view, view.version());
    }

    @GET
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(operationId = "listAmendments", summary = "List the requests to amend a record, newest first")
    @APIResponse(responseCode = "200", description = "A page; pass its next as cursor for the following one")
    @APIResponse(responseCode = "400", description = "The cursor is not ours (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<AmendmentView> list(
            UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        rights.require(studentId, STAFF);
        var name = "amendments|" + studentId;
        var found = amendments.page(studentId, cursors.open(name, cursor), limit);
        audit.showed(AuditEntry.of("amendment.list", "student", studentId).student(studentId));
        return cursors.page(name, found, limit, view -> List.of(view.id().toString()));
    }

    @GET
    @Path("/{amendmentId}")
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(
            operationId = "getAmendment",
            summary = "Show a request to amend a record, with the right the family is to be told of")
    @APIResponse(responseCode = "200", description = "The request, with ETag")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    public RestResponse<AmendmentView> get(UUID studentId, UUID amendmentId) {
        rights.require(studentId, STAFF);
        var found = amendments.find(studentId, amendmentId).orElseThrow(ProblemException::notFound);
        audit.showed(AuditEntry.of("amendment.read", "amendment", amendmentId).student(studentId));
        return Answers.ok(found.view(), found.version());
    }
}
