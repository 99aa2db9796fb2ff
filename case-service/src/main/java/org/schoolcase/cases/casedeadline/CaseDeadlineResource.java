package org.schoolcase.cases.casedeadline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Deadlines of law of one case over HTTP. */
@Path("/v1/cases/{caseId}/deadlines")
@Tag(name = "Deadlines")
@RunOnVirtualThread
public class CaseDeadlineResource {

    private final CaseAccess access;
    private final CaseDeadlineRepository deadlines;
    private final TraceKeeper traces;
    private final Audit audit;

    CaseDeadlineResource(CaseAccess access, CaseDeadlineRepository deadlines, TraceKeeper traces, Audit audit) {
        this.access = access;
        this.deadlines = deadlines;
        this.traces = traces;
        this.audit = audit;
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
        Role.GUARDIAN,
        Role.STUDENT
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
}
