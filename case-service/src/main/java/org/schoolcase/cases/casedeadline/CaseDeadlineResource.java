package org.schoolcase.cases.casedeadline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Deadlines of law over HTTP: of one case, and of all the caller's cases. */
@Path("/v1")
@Tag(name = "Deadlines")
@RunOnVirtualThread
public class CaseDeadlineResource {

    private final CaseAccess access;
    private final CaseDeadlineRepository deadlines;
    private final TraceKeeper traces;
    private final Cursors cursors;
    private final Audit audit;

    CaseDeadlineResource(
            CaseAccess access, CaseDeadlineRepository deadlines, TraceKeeper traces, Cursors cursors, Audit audit) {
        this.access = access;
        this.deadlines = deadlines;
        this.traces = traces;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @Path("/cases/{caseId}/deadlines")
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
    @Operation(
            operationId = "listDeadlinesOfCase",
            summary = "Deadlines of a case, newest first, with citation and a trace of the count")
    @APIResponse(responseCode = "200", description = "All of them, ended ones too")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<DeadlineView> ofCase(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        audit.showed(AuditEntry.of("deadline.list", "case", caseId).student(file.studentId()));
        return new Page<>(deadlines.ofCase(caseId).stream().map(traces::view).toList(), null);
    }

    @GET
    @Path("/deadlines")
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "listDeadlines", summary = "Open deadlines of the caller's cases, the earliest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    public Page<DeadlineView> open(
            @Parameter(description = "Only those due before this day") @QueryParam("dueBefore") @Nullable
                    LocalDate dueBefore,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "deadlines?dueBefore=" + dueBefore;
        var found = deadlines.open(access.circle(Reach.READ), dueBefore, cursors.open(list, cursor), limit);
        var page = cursors.page(
                list,
                found,
                limit,
                it -> List.of(String.valueOf(it.dueOn()), it.id().toString()));
        page.items()
                .forEach(it -> audit.showed(
                        AuditEntry.of("deadline.list", "deadline", it.id()).student(it.studentId())));
        return new Page<>(page.items().stream().map(traces::view).toList(), page.next());
    }
}
