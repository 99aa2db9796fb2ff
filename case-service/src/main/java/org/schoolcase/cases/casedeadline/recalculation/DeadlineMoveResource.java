package org.schoolcase.cases.casedeadline.recalculation;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** Reports of what moved, from, to, and because of what, over HTTP. */
@Path("/v1")
@Tag(name = "Deadlines")
@RunOnVirtualThread
public class DeadlineMoveResource {

    private static final String LIST = "deadline-moves";

    private final CaseAccess access;
    private final DeadlineMoves moves;
    private final Cursors cursors;
    private final Audit audit;

    DeadlineMoveResource(CaseAccess access, DeadlineMoves moves, Cursors cursors, Audit audit) {
        this.access = access;
        this.moves = moves;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @Path("/cases/{caseId}/deadline-moves")
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
            operationId = "listDeadlineMovesOfCase",
            summary = "Due dates of a case that moved: from, to, because; the newest 200")
    @APIResponse(responseCode = "200", description = "The moves, newest first")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<Move> ofCase(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        audit.showed(AuditEntry.of("deadline-move.list", "case", caseId).student(file.studentId()));
        return new Page<>(moves.ofCase(caseId), null);
    }

    @GET
    @Path("/deadline-moves")
    @Transactional
    @RolesAllowed({Role.COORDINATOR, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listDeadlineMoves", summary = "Due dates of the district that moved, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    public Page<Move> ofDistrict(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var found = moves.ofDistrict(cursors.open(LIST, cursor), limit);
        var page = cursors.page(LIST, found, limit, move -> List.of(move.id().toString()));
        page.items()
                .forEach(move -> audit.showed(AuditEntry.of("deadline-move.list", "deadline", move.deadlineId())
                        .student(move.studentId())));
        return page;
    }
}
