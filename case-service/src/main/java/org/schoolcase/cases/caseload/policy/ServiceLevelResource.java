package org.schoolcase.cases.caseload.policy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** How much service a case takes, over HTTP. */
@Path("/v1/cases/{caseId}/service-level")
@Tag(name = "Caseloads")
@RunOnVirtualThread
public class ServiceLevelResource {

    /** Names one of the levels of the district's policy. */
    record LevelRequest(
            @NotNull @Size(max = 40) @Pattern(regexp = CaseloadPolicy.LEVEL)
            String level) {

        static final String EXAMPLE = """
                {"level": "RESOURCE"}""";
    }

    private final SetServiceLevel setServiceLevel;
    private final ServiceLevels levels;
    private final CaseAccess access;
    private final Audit audit;

    ServiceLevelResource(SetServiceLevel setServiceLevel, ServiceLevels levels, CaseAccess access, Audit audit) {
        this.setServiceLevel = setServiceLevel;
        this.levels = levels;
        this.access = access;
        this.audit = audit;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "getServiceLevel", summary = "How much service a case takes, in the district's words")
    @APIResponse(responseCode = "200", description = "The level; version 0 when none was set")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public RestResponse<ServiceLevels.LevelView> get(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ);
        audit.showed(AuditEntry.of("service-level.read", "case", caseId).student(file.studentId()));
        var view = levels.of(caseId);
        return Answers.ok(view, view.version());
    }

    @PUT
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "resource room", value = LevelRequest.EXAMPLE)))
    @Operation(operationId = "setServiceLevel", summary = "Say how much service a case takes; If-Match \"v0\" at first")
    @APIResponse(responseCode = "200", description = "Set")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "The case is closed (case.closed)")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale), with the differences")
    @APIResponse(responseCode = "422", description = "No level of the district's policy (service-level.unknown)")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<ServiceLevels.LevelView> set(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull LevelRequest body) {
        return switch (setServiceLevel.handle(caseId, body, ifMatch)) {
            case SetServiceLevel.Outcome.Set(var view) -> Answers.ok(view, view.version());
            case SetServiceLevel.Outcome.UnknownLevel() -> {
                var detail = "The district's caseload policy has no such level.";
                throw ProblemException.unprocessable("service-level.unknown", detail)
                        .field("/level", "service-level.unknown", detail);
            }
        };
    }
}
