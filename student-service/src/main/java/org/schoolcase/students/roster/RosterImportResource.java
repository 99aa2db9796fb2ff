package org.schoolcase.students.roster;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Roster packages of the student information system: sent once, worked off in the background, watched while they are. */
@Path("/v1/roster-imports")
@RunOnVirtualThread
public class RosterImportResource {

    private static final String LIST = "roster-imports";

    private final ReceiveRoster receiveRoster;
    private final ImportWishes wishes;
    private final RosterImports imports;
    private final Cursors cursors;

    RosterImportResource(ReceiveRoster receiveRoster, ImportWishes wishes, RosterImports imports, Cursors cursors) {
        this.receiveRoster = receiveRoster;
        this.wishes = wishes;
        this.imports = imports;
        this.cursors = cursors;
    }

    @POST
    @Consumes("application/zip")
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN})
    @Operation(
            operationId = "importRoster",
            summary = "Import a OneRoster CSV package (1.1 or 1.2, bulk or delta)",
            description = "What cannot be read as a whole is refused at once, and nothing is written. "
                    + "Otherwise the import is queued: follow it at its Location. "
                    + "With dryRun=true it only tells what would change. With strict=true quirks of real exports keep their "
                    + "row out. A bulk file that would end more than safetyStopPercent of the active records waits for a "
                    + "confirmation; only a district admin may raise that share above the one configured. "
                    + "With an Idempotency-Key the same package and wishes give the first answer again.")
    @RequestBody(
            required = true,
            description = "ZIP with manifest.csv and the files it lists",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema =
                                    @Schema(
                                            type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
                                            format = "binary"),
                            example = "(the bytes of roster.zip)"))
    @APIResponse(responseCode = "202", description = "Queued; Location names the import")
    @APIResponse(
            responseCode = "400",
            description = "Not readable, with code, file, line and column (package.*, manifest.*, csv.*, schema.*)")
    @APIResponse(
            responseCode = "403",
            description = "Not a role that imports, or the share is raised by another role (roster-import.safety-stop)")
    @APIResponse(responseCode = "409", description = "The same key is being answered (idempotency.in-progress)")
    @APIResponse(responseCode = "413", description = "Too many bytes (package.too_large)")
    @APIResponse(responseCode = "422", description = "The key was used for another package (idempotency.key-reused)")
    public RestResponse<RosterImportView> receive(
            InputStream body,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @QueryParam("strict") @DefaultValue("false") boolean strict,
            @QueryParam("safetyStopPercent") @Min(0) @Max(100) @Nullable Integer safetyStopPercent)
            throws IOException {
        return receiveRoster.handle(body, wishes.of(dryRun, strict, safetyStopPercent));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getRosterImport", summary = "Read how far an import is")
    @APIResponse(responseCode = "200", description = "The import, with the counts so far")
    @APIResponse(responseCode = "404", description = "No such import of this district (not-found)")
    public RosterImportView get(UUID id) {
        return imports.find(id).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Transactional
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listRosterImports", summary = "List the imports, the latest first")
    @APIResponse(responseCode = "200", description = "A page of imports")
    @APIResponse(responseCode = "400", description = "The cursor is not of this list (cursor.invalid)")
    public Page<RosterImportView> list(
            @QueryParam("limit") @Min(1) @Max(200) @DefaultValue("50") int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var found = imports.before(last(cursors.open(LIST, cursor)), limit + 1);
        return cursors.page(LIST, found, limit, view -> List.of(view.id().toString()));
    }

    @GET
    @Path("/{id}/findings")
    @Transactional
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listRosterImportFindings",
            summary = "List what an import found wrong",
            description =
                    "A fault keeps its row out and stands once per row; a quirk was understood and stands once per "
                            + "file, column and code with the number of its occurrences. Values are never repeated.")
    @APIResponse(responseCode = "200", description = "A page of findings in the order they were met")
    @APIResponse(responseCode = "400", description = "The cursor is not of this list (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such import of this district (not-found)")
    public Page<FindingView> findings(
            UUID id,
            @QueryParam("limit") @Min(1) @Max(200) @DefaultValue("50") int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        if (imports.find(id).isEmpty()) {
            throw ProblemException.notFound();
        }
        var list = LIST + "/" + id + "/findings";
        var found = imports.findings(id, last(cursors.open(list, cursor)), limit + 1);
        return cursors.page(list, found, limit, view -> List.of(view.id().toString()));
    }

    private static Optional<UUID> last(Cursor cursor) {
        return cursor.isStart() ? Optional.empty() : Optional.of(cursor.uuid(0));
    }
}
