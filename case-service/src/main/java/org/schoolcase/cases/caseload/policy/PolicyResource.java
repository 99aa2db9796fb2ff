package org.schoolcase.cases.caseload.policy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.security.Role;

/** The district's weights and caps over HTTP. */
@Path("/v1/caseload-policy")
@Tag(name = "Caseloads")
@RunOnVirtualThread
public class PolicyResource {

    private final SetPolicy setPolicy;
    private final Policies policies;

    PolicyResource(SetPolicy setPolicy, Policies policies) {
        this.setPolicy = setPolicy;
        this.policies = policies;
    }

    @GET
    @Transactional
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.SCHOOL_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getCaseloadPolicy", summary = "How the district weighs cases, and its caps")
    @APIResponse(responseCode = "200", description = "The policy; version 0 and empty when none was set")
    public RestResponse<PolicyView> get() {
        var view = policies.view();
        return Answers.ok(view, view.version());
    }

    @PUT
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "agreement", value = CaseloadPolicy.EXAMPLE)))
    @Operation(
            operationId = "setCaseloadPolicy",
            summary =
                    "Set weights and caps, each cap with the place where the district set it; If-Match \"v0\" at first")
    @APIResponse(responseCode = "200", description = "Set")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale), with the differences")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<PolicyView> set(
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch, @Valid @NotNull CaseloadPolicy body) {
        var view = setPolicy.handle(body, ifMatch);
        return Answers.ok(view, view.version());
    }
}
