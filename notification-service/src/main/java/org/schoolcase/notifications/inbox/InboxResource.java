package org.schoolcase.notifications.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** The caller's own inbox. */
@Path("/v1/inbox")
@RunOnVirtualThread
@Tag(name = "Inbox")
public class InboxResource {

    private final Inboxes inboxes;
    private final InboxOwner owner;
    private final Cursors cursors;
    private final ReadItem readItem;

    InboxResource(Inboxes inboxes, InboxOwner owner, Cursors cursors, ReadItem readItem) {
        this.inboxes = inboxes;
        this.owner = owner;
        this.cursors = cursors;
        this.readItem = readItem;
    }

    @GET
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.TEACHER,
        Role.SERVICE_PROVIDER,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(operationId = "listInbox", summary = "List my notifications, the newest first")
    @APIResponse(responseCode = "200", description = "A page of notifications")
    @APIResponse(responseCode = "400", description = "A wrong limit or cursor (validation.failed, cursor.invalid)")
    @APIResponse(responseCode = "401", description = "No valid token (unauthenticated)")
    @APIResponse(responseCode = "403", description = "The caller is no person with an inbox (inbox.none)")
    public Page<InboxItemView> list(
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "inbox:" + owner.id() + ":" + unread;
        var from = cursors.open(list, cursor);
        var below = from.isStart() ? Long.MAX_VALUE : from.number(0);
        var items = inboxes.before(owner.id(), below, unread, limit + 1).stream()
                .map(InboxItemView::of)
                .toList();
        return cursors.page(list, items, limit, item -> List.of(Long.toString(item.number())));
    }

    @POST
    @Path("/{id}/reading")
    @Idempotent
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.TEACHER,
        Role.SERVICE_PROVIDER,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(
            operationId = "readInboxItem",
            summary = "Note that I have read a notification; reading again changes nothing")
    @APIResponse(responseCode = "200", description = "The notification with the time of its first reading")
    @APIResponse(responseCode = "401", description = "No valid token (unauthenticated)")
    @APIResponse(responseCode = "403", description = "The caller is no person with an inbox (inbox.none)")
    @APIResponse(responseCode = "404", description = "Not in my inbox (not-found)")
    public RestResponse<InboxItemView> read(@PathParam("id") UUID id) {
        return readItem.handle(owner.id(), id).map(RestResponse::ok).orElseThrow(ProblemException::notFound);
    }
}
