package org.schoolcase.students.privacy.request;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.privacy.RecordRights;
import org.schoolcase.students.privacy.request.MoveAccessRequest.Which;

/** The export that answers a request to inspect: assembled by all services, closed by the custodian, taken by the family. */
@Path("/v1/students/{studentId}/access-requests/{requestId}")
@RunOnVirtualThread
public class ExportResource {

    private final RecordRights rights;
    private final MoveAccessRequest move;
    private final MakeReady makeReady;
    private final TakeExport takeExport;

    ExportResource(RecordRights rights, MoveAccessRequest move, MakeReady makeReady, TakeExport takeExport) {
        this.rights = rights;
        this.move = move;
        this.makeReady = makeReady;
        this.takeExport = takeExport;
    }

    @POST
    @Path("/assembly")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "assembleExport",
            summary = "Ask every service to assemble its part; read the request to see which are ready")
    @APIResponse(responseCode = "202", description = "Asked; asking again asks again")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (access-request.state)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    public RestResponse<AccessRequestView> assemble(
            UUID studentId, UUID requestId, @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.COORDINATOR);
        var view = move.assemble(new Which(studentId, requestId, ifMatch));
        return ResponseBuilder.<AccessRequestView>create(202)
                .entity(view)
                .header("Location", "/v1/students/%s/access-requests/%s".formatted(studentId, requestId))
                .header("Retry-After", "5")
                .header("ETag", ETags.of(view.version()))
                .build();
    }

    @POST
    @Path("/readiness")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "makeExportReady",
            summary = "Fetch all parts with the caller's own token and close them into one ZIP")
    @APIResponse(responseCode = "200", description = "Ready; the services delete their parts")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(
            responseCode = "409",
            description =
                    "Not in this state (access-request.state), services still assemble (export.parts-waiting), records were"
                            + " merged or parted since they were asked (export.merged-since), or names of other students were"
                            + " found that await a decision (export.mentions-undecided)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(responseCode = "503", description = "A service does not hand over its part (export.part-unavailable)")
    public RestResponse<AccessRequestView> makeReady(
            UUID studentId,
            UUID requestId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Context HttpHeaders headers) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.COORDINATOR);
        var view = makeReady.handle(
                new Which(studentId, requestId, ifMatch), headers.getHeaderString(HttpHeaders.AUTHORIZATION));
        return Answers.ok(view, view.version());
    }

    @GET
    @Path("/export")
    @Produces("application/zip")
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "downloadExport",
            summary = "Take the export as a ZIP; the first download by the family hands it over, each is logged")
    @APIResponse(
            responseCode = "200",
            description = "JSON and CSV per kind of record, manifest.json, summary.pdf",
            content = @Content(mediaType = "application/zip"))
    @APIResponse(responseCode = "404", description = "Not the request of this caller (not-found)")
    @APIResponse(
            responseCode = "409",
            description =
                    "Not ready or expired (export.not-there); an order against contact of who asked with the student was"
                            + " recorded since it was made (export.overtaken); records were merged or parted since"
                            + " (export.merged-since)")
    public RestResponse<StreamingOutput> download(UUID studentId, UUID requestId) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.COORDINATOR);
        var view = takeExport.handle(studentId, requestId);
        return ResponseBuilder.<StreamingOutput>ok(out -> takeExport.write(requestId, out))
                .header("Content-Disposition", "attachment; filename=\"record-" + view.id() + ".zip\"")
                .build();
    }

    @POST
    @Path("/handover")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "handOverRecord",
            summary = "Record that the family inspected the record or received it otherwise than by download")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "handover", value = """
                    {"on": "2026-11-18", "method": "INSPECTED"}""")))
    @APIResponse(responseCode = "200", description = "Handed over")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(
            responseCode = "409",
            description =
                    "Not in this state; the answer names it (access-request.state); an order against contact of who asked"
                            + " with the student was recorded since the export was made (export.overtaken); records were merged or"
                            + " parted since (export.merged-since)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(responseCode = "422", description = "Days out of order (date.in-future, date.too-early)")
    public RestResponse<AccessRequestView> handOver(
            UUID studentId,
            UUID requestId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull HandoverBody body) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR);
        var view = move.handOver(new Which(studentId, requestId, ifMatch), body);
        return Answers.ok(view, view.version());
    }
}
