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
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** What moved in the district, from, to, and because of what, over HTTP. */
@Path("/v1/deadline-moves")
@Tag(name = "Deadlines")
@RunOnVirtualThread
public class DeadlineMoveResource {

    private static final String LIST = "deadline-moves";

    private final DeadlineMoves moves;
    private final Cursors cursors;
    private final Audit audit;

    DeadlineMoveResource(DeadlineMoves moves, Cursors cursors, Audit audit) {
        this.moves = moves;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
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
