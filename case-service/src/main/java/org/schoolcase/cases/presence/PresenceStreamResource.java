package org.schoolcase.cases.presence;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;

/** Who has a case open, as a live stream (WHATWG server-sent events). */
@Path("/v1/cases/{caseId}/presence/stream")
@Tag(name = "Presence")
@RunOnVirtualThread
public class PresenceStreamResource {

    private final PresenceStreams streams;
    private final Tenants tenants;
    private final CurrentUser user;
    private final SecurityIdentity identity;

    PresenceStreamResource(PresenceStreams streams, Tenants tenants, CurrentUser user, SecurityIdentity identity) {
        this.streams = streams;
        this.tenants = tenants;
        this.user = user;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.SERVICE_PROVIDER})
    @Operation(
            operationId = "streamPresence",
            summary = "Watch who has the case open",
            description =
                    "Events are named presence: everybody who has something of the case open; one at first, then one"
                            + " per change. The last one is named ended and says why: TOKEN_EXPIRED, CASE_OUT_OF_REACH, or TOO_OLD"
                            + " after 10 minutes; come back with a fresh token. A comment is sent at least every 15 seconds.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = PresenceView.class)))
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "429", description = "The caller has too many open streams (presence.streams-of-one)")
    @APIResponse(responseCode = "503", description = "Too many open streams (presence.streams-exhausted)")
    public void stream(
            @PathParam("caseId") UUID caseId,
            @Context HttpServerResponse response,
            @Context SseEventSink sink,
            @Context Sse sse) {
        var reader = new PresenceStreams.Reader(tenants.districtId(), caseId, user.actor(), expiry());
        streams.requireAccess(reader);
        response.putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        streams.serve(reader, sink, sse);
    }

    private Instant expiry() {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.EPOCH;
    }
}
