package org.schoolcase.students.roster;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;

/** An import as a live stream (WHATWG server-sent events). */
@Path("/v1/roster-imports/{id}/progress")
@RunOnVirtualThread
public class ImportProgressResource {

    private final RosterImports imports;
    private final ImportProgressStreams streams;
    private final Tenants tenants;

    ImportProgressResource(RosterImports imports, ImportProgressStreams streams, Tenants tenants) {
        this.imports = imports;
        this.streams = streams;
        this.tenants = tenants;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "streamRosterImport",
            summary = "Watch an import as it runs",
            description =
                    "Events are named progress: the import with its counts per file, its errors, and the rows read "
                            + "per second; one at first, then one per change, twice a second at most. The stream ends with the "
                            + "import, or after 10 minutes: come back with a fresh token.")
    @APIResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ImportProgress.class)))
    @APIResponse(responseCode = "404", description = "No such import of this district (not-found)")
    @APIResponse(responseCode = "503", description = "Too many open streams (roster-import.streams-exhausted)")
    public void stream(UUID id, @Context HttpServerResponse response, @Context SseEventSink sink, @Context Sse sse) {
        var districtId = tenants.districtId();
        var start = tenants.inDistrict(districtId, () -> imports.find(id).orElseThrow(ProblemException::notFound));
        response.putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        streams.serve(districtId, start, sink, sse);
    }
}
