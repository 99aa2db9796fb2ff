package org.schoolcase.cases.eligibility;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.kit.security.Role;

/** What a student is found to be, on any day, as known at any time, over HTTP. */
@Path("/v1/cases/{caseId}/disability-profile")
@Tag(name = "Eligibility")
@RunOnVirtualThread
public class DisabilityProfileResource {

    private final DisabilityProfiles profiles;
    private final Casework casework;
    private final Clock clock;

    DisabilityProfileResource(DisabilityProfiles profiles, Casework casework, Clock clock) {
        this.profiles = profiles;
        this.casework = casework;
        this.clock = clock;
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
    @Operation(
            operationId = "getDisabilityProfile",
            summary = "Eligibility and categories of the student on a day, as they were known at a time")
    @APIResponse(responseCode = "200", description = "The profile; not eligible when nothing was decided by then")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public DisabilityProfile get(
            @PathParam("caseId") UUID caseId,
            @Parameter(description = "The day; today when absent") @QueryParam("asOf") @Nullable LocalDate asOf,
            @Parameter(description = "RFC 3339 time; now when absent") @QueryParam("knownAt") @Nullable
                    OffsetDateTime knownAt) {
        casework.show(caseId, "eligibility.profile");
        return profiles.of(
                caseId,
                asOf == null ? casework.today() : asOf,
                knownAt == null ? clock.instant().atOffset(ZoneOffset.UTC) : knownAt);
    }
}
