package org.schoolcase.referrals.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.referrals.directory.OfferedServiceRepository.Search;

/** The search for a service by need, age and language. */
@Path("/v1/services")
@Tag(name = "Directory")
@RunOnVirtualThread
public class ServiceResource {

    private final OfferedServiceRepository services;
    private final Cursors cursors;

    ServiceResource(OfferedServiceRepository services, Cursors cursors) {
        this.services = services;
        this.cursors = cursors;
    }

    @GET
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
    @Operation(operationId = "listServices", summary = "Search the open services by need, language and age, by name")
    @APIResponse(responseCode = "200", description = "A page of services")
    @APIResponse(
            responseCode = "400",
            description = "A filter is out of bounds, or the cursor is not ours (cursor.invalid)")
    public Page<OfferedServiceView> list(
            @QueryParam("need") @Size(max = 60) @Pattern(regexp = OfferedServiceRequest.NEED) @Nullable String need,
            @QueryParam("language") @Size(max = 35) @Pattern(regexp = AgencyRequest.LANGUAGE) @Nullable String language,
            @QueryParam("age") @Min(0) @Max(130) @Nullable Integer age,
            @QueryParam("limit") @Min(1) @Max(200) @DefaultValue("50") int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var search = new Search(need, language, age);
        var rows = services.open(search, cursors.open(search.name(), cursor), limit).stream()
                .map(OfferedService::view)
                .toList();
        return cursors.page(
                search.name(), rows, limit, row -> List.of(row.name(), row.id().toString()));
    }

    @GET
    @Path("/{serviceId}")
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
    @Operation(operationId = "getService", summary = "Read one service of the directory")
    @APIResponse(responseCode = "200", description = "The service")
    @APIResponse(responseCode = "404", description = "No such service (not-found)")
    public RestResponse<OfferedServiceView> get(UUID serviceId) {
        var service = services.findByIdOptional(serviceId).orElseThrow(ProblemException::notFound);
        return Answers.ok(service.view(), service.version());
    }
}
