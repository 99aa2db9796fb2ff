package org.schoolcase.referrals.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Agencies of the directory and what they offer, kept by the operator. */
@Path("/v1/agencies")
@Tag(name = "Directory", description = "Agencies and their services, in the names of HSDS 3")
@RunOnVirtualThread
public class AgencyResource {

    private final PublishAgency publishAgency;
    private final PublishService publishService;
    private final AgencyRepository agencies;

    AgencyResource(PublishAgency publishAgency, PublishService publishService, AgencyRepository agencies) {
        this.publishAgency = publishAgency;
        this.publishService = publishService;
        this.agencies = agencies;
    }

    @PUT
    @Path("/{agencyId}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "putAgency", summary = "Publish an agency, or change what is published")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "agency", value = """
            {"name": "Harbor Family Counseling", "description": "Counseling for children and families",
             "email": "intake@harbor.example", "language": "en", "website": "https://harbor.example"}
            """)))
    @APIResponse(responseCode = "201", description = "Published")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "400", description = "A field is missing or out of bounds (validation.failed)")
    @APIResponse(responseCode = "412", description = "The version is another one (version.stale)")
    @APIResponse(responseCode = "428", description = "Neither If-None-Match nor If-Match (if-match.missing)")
    public RestResponse<AgencyView> putAgency(
            UUID agencyId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 100) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Size(max = 100) @Nullable String ifNoneMatch,
            @Valid @NotNull AgencyRequest body) {
        return switch (publishAgency.handle(agencyId, body, new Precondition(ifMatch, ifNoneMatch))) {
            case PutOutcome.Created<Agency>(var agency) ->
                Answers.created("/v1/agencies/" + agency.id(), AgencyView.of(agency), agency.version());
            case PutOutcome.Changed<Agency>(var agency) -> Answers.ok(AgencyView.of(agency), agency.version());
        };
    }

    @PUT
    @Path("/{agencyId}/services/{serviceId}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "putAgencyService", summary = "Publish a service of an agency, or change it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "service", value = """
            {"name": "Family counseling", "description": "Weekly sessions for child and family", "status": "active",
             "needs": ["counseling"], "minimumAge": 5, "maximumAge": 21, "languages": ["en", "es"],
             "capacityAvailable": 12}
            """)))
    @APIResponse(responseCode = "201", description = "Published")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "400", description = "A field is missing or out of bounds (validation.failed)")
    @APIResponse(responseCode = "404", description = "No such agency (not-found)")
    @APIResponse(responseCode = "412", description = "The version is another one (version.stale)")
    @APIResponse(responseCode = "422", description = "The ages are the wrong way round (service.ages)")
    @APIResponse(responseCode = "428", description = "Neither If-None-Match nor If-Match (if-match.missing)")
    public RestResponse<OfferedServiceView> putService(
            UUID agencyId,
            UUID serviceId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 100) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Size(max = 100) @Nullable String ifNoneMatch,
            @Valid @NotNull OfferedServiceRequest body) {
        if (body.minimumAge() > body.maximumAge()) {
            throw ProblemException.unprocessable("service.ages", "The minimum age is above the maximum age.")
                    .field("/minimumAge", "service.ages", "At most maximumAge.");
        }
        var condition = new Precondition(ifMatch, ifNoneMatch);
        return switch (publishService.handle(agencyId, serviceId, body, condition)) {
            case PutOutcome.Created<OfferedService>(var service) ->
                Answers.created("/v1/services/" + service.id(), service.view(), service.version());
            case PutOutcome.Changed<OfferedService>(var service) -> Answers.ok(service.view(), service.version());
        };
    }

    @GET
    @Path("/{agencyId}")
    @RolesAllowed({
        Role.OPERATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.TEACHER,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "getAgency", summary = "Read one agency of the directory")
    @APIResponse(responseCode = "200", description = "The agency")
    @APIResponse(responseCode = "404", description = "No such agency (not-found)")
    public RestResponse<AgencyView> getAgency(UUID agencyId) {
        var agency = agencies.findByIdOptional(agencyId).orElseThrow(ProblemException::notFound);
        return Answers.ok(AgencyView.of(agency), agency.version());
    }
}
