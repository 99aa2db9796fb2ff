package org.schoolcase.students.indicator.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.calendar.SchoolDate;

/** Files of attendance, behaviour, marks and screening results: sent once, worked off in the background, watched while they are. */
@Path("/v1/indicator-imports")
@RunOnVirtualThread
public class IndicatorImportResource {

    static final String SOURCE = "[A-Za-z0-9._-]{1,60}";

    private static final String LIST = "indicator-imports";

    private final ReceiveFile receiveFile;
    private final Imports imports;
    private final Cursors cursors;
    private final SchoolDate date;

    IndicatorImportResource(ReceiveFile receiveFile, Imports imports, Cursors cursors, SchoolDate date) {
        this.date = date;
        this.receiveFile = receiveFile;
        this.imports = imports;
        this.cursors = cursors;
    }

    @POST
    @Consumes("text/csv")
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN})
    @Operation(
            operationId = "importIndicatorData",
            summary = "Import a CSV file of attendance, behaviour incidents, marks or screening results",
            description = "The header is checked at once; rows are worked off in the background, good ones are kept and"
                    + " each other one has a finding. The same source and key again changes the record or nothing."
                    + " With an Idempotency-Key the same file gives the first answer again. Attendance says its coverage:"
                    + " ALL_DAYS has a row for each day enrolled; ABSENCES_ONLY has absences alone, through the last day"
                    + " that it covers, and days enrolled are counted by calendar and enrolment.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema =
                                    @org.eclipse.microprofile.openapi.annotations.media.Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING),
                            examples = @ExampleObject(name = "attendance", value = """
                    studentSourcedId,date,code
                    student-17,2026-10-05,ABSENT_EXCUSED
                    student-18,2026-10-05,PRESENT
                    """)))
    @APIResponse(responseCode = "202", description = "Queued; Location names the import")
    @APIResponse(
            responseCode = "400",
            description =
                    "Not readable: csv.empty, csv.not-utf8, csv.row-too-long, csv.column-missing, csv.unknown-column; or"
                            + " coverage.missing (of attendance), coverage.through-missing, coverage.through-in-future,"
                            + " coverage.from-after-through, coverage.only-for-absences, coverage.only-for-attendance")
    @APIResponse(responseCode = "413", description = "Too many bytes (body.too-large)")
    @APIResponse(responseCode = "422", description = "The key was used for another file (idempotency.key-reused)")
    public RestResponse<ImportView> receive(
            @QueryParam("kind") @NotNull DataKind kind,
            @QueryParam("source") @NotNull @Pattern(regexp = SOURCE) String source,
            @Valid @BeanParam CoverageParameters coverage,
            InputStream body) {
        return receiveFile.handle(kind, source, coverage.of(kind, date.today()), body);
    }

    @GET
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listIndicatorImports", summary = "List the imports of indicator data, the latest first")
    @APIResponse(responseCode = "200", description = "A page of imports")
    @APIResponse(responseCode = "400", description = "The cursor is not of this list (cursor.invalid)")
    public Page<ImportView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        var start = cursors.open(LIST, cursor);
        var found = imports.before(start.isStart() ? null : start.uuid(0), limit + 1);
        return cursors.page(LIST, found, limit, view -> List.of(view.id().toString()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getIndicatorImport", summary = "Read how far an import is")
    @APIResponse(responseCode = "200", description = "The import with its counts so far")
    @APIResponse(responseCode = "404", description = "No such import of this district (not-found)")
    public ImportView get(UUID id) {
        return imports.find(id).orElseThrow(ProblemException::notFound);
    }

    @GET
    @Path("/{id}/findings")
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listIndicatorImportFindings",
            summary = "List why rows were kept out, with line and column, never the value")
    @APIResponse(responseCode = "200", description = "A page of findings in the order they were met; 10,000 are kept")
    @APIResponse(responseCode = "400", description = "The cursor is not of this list (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such import of this district (not-found)")
    public Page<Finding> findings(
            UUID id,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        if (imports.find(id).isEmpty()) {
            throw ProblemException.notFound();
        }
        var list = LIST + "/" + id;
        var start = cursors.open(list, cursor);
        var found = imports.findings(id, start.isStart() ? null : start.uuid(0), limit + 1);
        var page = cursors.page(list, found, limit, row -> List.of(row.id().toString()));
        return new Page<>(page.items().stream().map(Imports.Found::finding).toList(), page.next());
    }
}
