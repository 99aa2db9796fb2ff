package org.schoolcase.cases.casefile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.OpenCase.Outcome.AlreadyOpen;
import org.schoolcase.cases.casefile.OpenCase.Outcome.NoStaffId;
import org.schoolcase.cases.casefile.OpenCase.Outcome.Opened;
import org.schoolcase.cases.casefile.OpenCase.Outcome.ReceivedInFuture;
import org.schoolcase.cases.casefile.OpenCase.Outcome.StudentOutOfReach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Cases over HTTP. */
@Path("/v1/cases")
@Tag(name = "Cases")
@RunOnVirtualThread
public class CaseFileResource {

    private final OpenCase openCase;
    private final CaseAccess access;
    private final CaseFileRepository cases;
    private final Cursors cursors;
    private final Audit audit;

    CaseFileResource(OpenCase openCase, CaseAccess access, CaseFileRepository cases, Cursors cursors, Audit audit) {
        this.openCase = openCase;
        this.access = access;
        this.cases = cases;
        this.cursors = cursors;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "referral by staff", value = OpenCaseRequest.EXAMPLE)))
    @Operation(operationId = "openCase", summary = "Open a case for a student; the caller becomes its case manager")
    @APIResponse(responseCode = "201", description = "Opened")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    @APIResponse(responseCode = "404", description = "No such student in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "The student has an open case (case.already-open)")
    @APIResponse(responseCode = "422", description = "Received in the future (case.received-in-future)")
    public RestResponse<CaseView> open(@Valid @NotNull OpenCaseRequest body) {
        return switch (openCase.handle(body.toCommand())) {
            case Opened(var file, var manager) ->
                Answers.created("/v1/cases/" + file.id(), CaseView.of(file, List.of(manager)), file.version());
            case StudentOutOfReach() -> throw ProblemException.notFound();
            case AlreadyOpen() ->
                throw ProblemException.conflict("case.already-open", "The student has an open case already.");
            case ReceivedInFuture(var today) ->
                throw ProblemException.unprocessable(
                                "case.received-in-future", "A referral cannot be received after today, " + today + ".")
                        .field("/receivedOn", "in-future", "Today in the district is " + today + ".");
            case NoStaffId() ->
                throw ProblemException.forbidden(
                        "staff-id.missing", "The token names no staff member who could be the case manager.");
        };
    }

    @GET
    @Path("/{caseId}")
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR,
        Role.GUARDIAN
    })
    @Operation(operationId = "getCase", summary = "One case with its team")
    @APIResponse(responseCode = "200", description = "The case; ETag is its version")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public RestResponse<CaseView> get(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        audit.showed(AuditEntry.of("case.read", "case", caseId).student(file.studentId()));
        return Answers.ok(CaseView.of(file, cases.team(caseId)), file.version());
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR,
        Role.GUARDIAN
    })
    @Operation(operationId = "listCases", summary = "The caller's cases, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    public Page<CaseLine> list(
            @QueryParam("status") @Pattern(regexp = "OPEN|CLOSED") @Nullable String status,
            @QueryParam("studentId") @Nullable UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "cases?status=%s&student=%s".formatted(status, studentId);
        var wanted = status == null ? null : CaseFile.Status.valueOf(status);
        var files =
                cases.list(access.circle(Reach.READ_WITH_FAMILY), wanted, studentId, cursors.open(list, cursor), limit);
        var page = cursors.page(list, files, limit, file -> List.of(file.id().toString()));
        page.items()
                .forEach(file -> audit.showed(
                        AuditEntry.of("case.list", "case", file.id()).student(file.studentId())));
        return new Page<>(page.items().stream().map(CaseLine::of).toList(), page.next());
    }
}
