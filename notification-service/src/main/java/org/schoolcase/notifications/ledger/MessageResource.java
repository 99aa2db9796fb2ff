package org.schoolcase.notifications.ledger;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** The delivery ledger: which events led to which messages. */
@Path("/v1/messages")
@RunOnVirtualThread
@Tag(name = "Delivery ledger")
public class MessageResource {

    private final Messages messages;
    private final Cursors cursors;
    private final Audit audit;

    MessageResource(Messages messages, Cursors cursors, Audit audit) {
        this.messages = messages;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(
            operationId = "listMessages",
            summary = "List which events led to which messages, the newest first",
            description = "Filters by event and by student may be combined.")
    @APIResponse(responseCode = "200", description = "A page of the ledger; ids only, no names or addresses")
    @APIResponse(responseCode = "400", description = "A wrong id, limit or cursor (validation.failed, cursor.invalid)")
    @APIResponse(responseCode = "401", description = "No valid token (unauthenticated)")
    @APIResponse(responseCode = "403", description = "The role may not read the ledger (forbidden)")
    public Page<MessageView> list(
            @QueryParam("eventId") @Nullable UUID eventId,
            @QueryParam("studentId") @Nullable UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "messages:" + eventId + ":" + studentId;
        var from = cursors.open(list, cursor);
        var rows = messages.before(from.isStart() ? null : from.uuid(0), eventId, studentId, limit + 1).stream()
                .map(MessageView::of)
                .toList();
        var page = cursors.page(list, rows, limit, row -> List.of(row.id().toString()));
        page.items().stream().map(MessageView::studentId).distinct().forEach(this::showed);
        return page;
    }

    private void showed(UUID student) {
        audit.showed(AuditEntry.of("message.list", "student", student).student(student));
    }
}
