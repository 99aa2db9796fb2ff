package org.schoolcase.cases.casedeadline.recalculation;

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

/** What moved in one case, from, to, and because of what, over HTTP. */
@Path("/v1/cases/{caseId}/deadline-moves")
@Tag(name = "Deadlines")
@RunOnVirtualThread
public class CaseMoveResource {

    private final CaseAccess access;
    private final DeadlineMoves moves;
    private final Audit audit;

    CaseMoveResource(CaseAccess access, DeadlineMoves moves, Audit audit) {
        this.access = access;
        this.moves = moves;
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
            operationId = "listDeadlineMovesOfCase",
            summary = "Due dates of a case that moved: from, to, because; the newest 200")
    @APIResponse(responseCode = "200", description = "The moves, newest first")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<Move> ofCase(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        audit.showed(AuditEntry.of("deadline-move.list", "case", caseId).student(file.studentId()));
        return new Page<>(moves.ofCase(caseId), null);
    }
}
