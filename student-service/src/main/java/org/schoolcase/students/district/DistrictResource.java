package org.schoolcase.students.district;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.District;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.students.district.RegisterDistrict.Outcome.Changed;
import org.schoolcase.students.district.RegisterDistrict.Outcome.IssuerTaken;
import org.schoolcase.students.district.RegisterDistrict.Outcome.Registered;
import org.schoolcase.students.http.Precondition;

/** The register of districts. */
@Path("/v1/districts")
@RunOnVirtualThread
public class DistrictResource {

    /** A district as the API shows it. */
    public record DistrictView(
            UUID id,
            String name,
            String jurisdiction,
            String timeZone,
            List<String> languages,
            String issuer,
            boolean active) {

        static DistrictView of(District d) {
            return new DistrictView(
                    d.id(), d.name(), d.jurisdiction(), d.timeZone().getId(), d.languages(), d.issuer(), d.active());
        }
    }

    private static final String LIST = "districts";

    private final RegisterDistrict registerDistrict;
    private final Districts districts;
    private final CurrentUser user;
    private final Cursors cursors;

    DistrictResource(RegisterDistrict registerDistrict, Districts districts, CurrentUser user, Cursors cursors) {
        this.registerDistrict = registerDistrict;
        this.districts = districts;
        this.user = user;
        this.cursors = cursors;
    }

    @PUT
    @Path("/{districtId}")
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "putDistrict", summary = "Register a district, or change what is known of it")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "district", value = """
                    {"name": "Mulberry Canyon Consolidated School District", "jurisdiction": "US-AZ",
                     "timeZone": "America/Phoenix", "languages": ["en", "es"],
                     "issuer": "https://id.example.org/realms/district-mulberry"}""")))
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "201", description = "Registered")
    @APIResponse(responseCode = "409", description = "Another district has this issuer (district.issuer-taken)")
    @APIResponse(
            responseCode = "412",
            description = "Changed since it was read (version.stale), or there already (already-there)")
    @APIResponse(responseCode = "422", description = "Zone or issuer is none (district.invalid)")
    @APIResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match (if-match.missing)")
    public RestResponse<DistrictView> put(
            UUID districtId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @HeaderParam("If-None-Match") @Nullable @Size(max = 100) String ifNoneMatch,
            @Valid @NotNull DistrictRequest body) {
        return switch (registerDistrict.handle(districtId, body, new Precondition(ifMatch, ifNoneMatch))) {
            case Registered(var district) ->
                Answers.created("/v1/districts/" + districtId, DistrictView.of(district), district.version());
            case Changed(var district) -> Answers.ok(DistrictView.of(district), district.version());
            case IssuerTaken() ->
                throw ProblemException.conflict("district.issuer-taken", "An issuer speaks for one district only.")
                        .field("/issuer", "district.issuer-taken", "Another district has this issuer.");
        };
    }

    @GET
    @Path("/{districtId}")
    @RolesAllowed({
        Role.OPERATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.TEACHER,
        Role.SERVICE_PROVIDER,
        Role.GUARDIAN,
        Role.STUDENT,
        Role.AUDITOR,
        Role.SIS_SYNC
    })
    @Operation(operationId = "getDistrict", summary = "Show a district: the operator any, others their own")
    @APIResponse(responseCode = "200", description = "The district, with ETag")
    @APIResponse(responseCode = "404", description = "No such district for this caller (not-found)")
    public RestResponse<DistrictView> get(UUID districtId) {
        if (!user.has(Role.OPERATOR) && !districtId.equals(user.districtId())) {
            throw ProblemException.notFound();
        }
        var district = districts.find(districtId).orElseThrow(ProblemException::notFound);
        return Answers.ok(DistrictView.of(district), district.version());
    }

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(operationId = "listDistricts", summary = "List the districts, by id")
    @APIResponse(responseCode = "200", description = "A page; pass its next as cursor for the following one")
    @APIResponse(responseCode = "400", description = "The cursor is not ours (cursor.invalid)")
    public Page<DistrictView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        var start = cursors.open(LIST, cursor);
        var rows = districts.all().stream()
                .map(DistrictView::of)
                .sorted(java.util.Comparator.comparing(DistrictResource::key))
                .filter(district -> isAfter(start, district))
                .limit(limit + 1L)
                .toList();
        return cursors.page(LIST, rows, limit, district -> List.of(key(district)));
    }

    private static boolean isAfter(Cursor start, DistrictView district) {
        return start.isStart() || key(district).compareTo(start.text(0)) > 0;
    }

    private static String key(DistrictView district) {
        return district.id().toString();
    }
}
