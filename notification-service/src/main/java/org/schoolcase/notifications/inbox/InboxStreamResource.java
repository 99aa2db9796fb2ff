package org.schoolcase.notifications.inbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.security.Role;

/** The caller's inbox as a live stream (WHATWG server-sent events). */
@Path("/v1/inbox/stream")
@RunOnVirtualThread
@Tag(name = "Inbox")
public class InboxStreamResource {

    private final InboxStreams streams;
    private final InboxOwner owner;

    InboxStreamResource(InboxStreams streams, InboxOwner owner) {
        this.streams = streams;
        this.owner = owner;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
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
            operationId = "streamInbox",
            summary = "Receive my notifications as they come",
            description = "Events are named notification; their id is the number of the item. With Last-Event-ID the"
                    + " stream goes on after that number, without it starts with what comes next. A comment is sent"
                    + " at least every 15 seconds, and the stream ends after 10 minutes: come back with a fresh token.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = InboxItemView.class)))
    @APIResponse(responseCode = "400", description = "Last-Event-ID is no number (validation.failed)")
    @APIResponse(responseCode = "401", description = "No valid token (unauthenticated)")
    @APIResponse(responseCode = "403", description = "The caller is no person with an inbox (inbox.none)")
    @APIResponse(responseCode = "503", description = "Too many open streams (inbox.streams-exhausted)")
    public void stream(
            @HeaderParam("Last-Event-ID") @Pattern(regexp = "[0-9]{1,18}") @Nullable String lastEventId,
            @Context HttpServerResponse response,
            @Context SseEventSink sink,
            @Context Sse sse) {
        response.putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        streams.serve(owner.inbox(), lastEventId, sink, sse);
    }
}
