package org.schoolcase.students.rights;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;
import org.schoolcase.students.http.AskedTime;

/** Who may consent for one student. */
@Path("/v1/students/{studentId}/rights-holders")
@RunOnVirtualThread
public class RightsHoldersResource {

    private final StudentAccess access;
    private final WhoDecides whoDecides;

    RightsHoldersResource(StudentAccess access, WhoDecides whoDecides) {
        this.access = access;
        this.whoDecides = whoDecides;
    }

    @GET
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.SERVICE_PROVIDER,
        Role.GUARDIAN,
        Role.AUDITOR
    })
    @Operation(
            operationId = "listRightsHolders",
            summary =
                    "Say who may consent for a student on a day, and why the others may not; a guardian learns of himself")
    @APIResponse(responseCode = "200", description = "Holders and others, each with the reason and its citation")
    @APIResponse(responseCode = "400", description = "A date is out of range (date.out-of-range)")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public RightsHolders list(
            UUID studentId,
            @QueryParam("on") @Parameter(description = "Today in the district, if not given") @Nullable LocalDate on,
            @QueryParam("knownAt") @Parameter(description = "As it was known at this instant") @Nullable
                    Instant knownAt) {
        access.require(studentId);
        return whoDecides.handle(studentId, AskedTime.day("on", on), AskedTime.instant("knownAt", knownAt));
    }
}
