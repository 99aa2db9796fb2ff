package org.schoolcase.record.privacy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Hands this service's part of an export to the custodian of records, on whose behalf the student service fetches it. */
@Path("/v1/export-parts/{exportId}")
@Tag(name = "Privacy")
@RunOnVirtualThread
public class ExportPartResource {

    private final ExportParts parts;
    private final Audit audit;

    ExportPartResource(ExportParts parts, Audit audit) {
        this.parts = parts;
        this.audit = audit;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "getExportPart",
            summary = "Fetch this service's part of the export of one student; it is deleted once taken")
    @APIResponse(
            responseCode = "200",
            description = "All rows of the student by kind, without ids of other students",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "Not assembled, taken, expired or of another district (not-found)")
    public RestResponse<StreamingOutput> get(UUID exportId) {
        var part = parts.find(exportId).orElseThrow(ProblemException::notFound);
        audit.showed(AuditEntry.of("export-part.read", "export", exportId)
                .student(part.studentId())
                .basis("34 CFR 99.10"));
        return ResponseBuilder.<StreamingOutput>ok(out -> parts.write(exportId, out))
                .header("ETag", "\"" + part.sha256() + "\"")
                .build();
    }
}
