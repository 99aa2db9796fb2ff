package org.schoolcase.cases.casefile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Cases over HTTP. */
@Path("/v1/cases")
@Tag(name = "Cases")
@RunOnVirtualThread
public class CaseFileResource {

    private final CaseAccess access;
    private final CaseFileRepository cases;
    private final Cursors cursors;
    private final Audit audit;

    CaseFileResource(CaseAccess access, CaseFileRepository cases, Cursors cursors, Audit audit) {
        this.access = access;
        this.cases = cases;
        this.cursors = cursors;
        this.audit = audit;
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
        Role.TEACHER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
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
        Role.TEACHER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
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
