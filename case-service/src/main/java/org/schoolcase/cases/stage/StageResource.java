package org.schoolcase.cases.stage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolcase.cases.action.Standings;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.kit.security.Role;

/** The stage of a case over HTTP. */
@Path("/v1/cases/{caseId}/stage")
@Tag(name = "Cases")
@RunOnVirtualThread
public class StageResource {

    private final Casework casework;
    private final Standings standings;

    StageResource(Casework casework, Standings standings) {
        this.casework = casework;
        this.standings = standings;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.TEACHER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(operationId = "getStage", summary = "Where the case is on its way, from the referral to its end")
    @APIResponse(responseCode = "200", description = "The stage, with the evaluation under way")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public StageView get(@PathParam("caseId") UUID caseId) {
        return StageView.of(
                standings.of(casework.showWithFamily(caseId, "case.stage").file()));
    }
}
