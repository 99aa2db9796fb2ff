package org.schoolcase.students.staff;

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
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.http.Precondition;
import org.schoolcase.students.staff.DescribeStaff.Outcome.Added;
import org.schoolcase.students.staff.DescribeStaff.Outcome.Changed;
import org.schoolcase.students.staff.DescribeStaff.Outcome.OfRoster;

/** The staff directory, open to all staff of the district. */
@Path("/v1/staff")
@RunOnVirtualThread
public class StaffResource {

    private final StaffRepository staff;
    private final DescribeStaff describeStaff;
    private final Cursors cursors;

    StaffResource(StaffRepository staff, DescribeStaff describeStaff, Cursors cursors) {
        this.staff = staff;
        this.describeStaff = describeStaff;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.TEACHER,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "listStaff", summary = "List the staff by family name, of one school if wanted")
    @APIResponse(responseCode = "200", description = "A page; pass its next as cursor for the following one")
    @APIResponse(responseCode = "400", description = "The cursor is not ours (cursor.invalid)")
    public Page<StaffView> list(
            @QueryParam("schoolId") @Nullable UUID schoolId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        var name = "staff|" + schoolId;
        var rows = staff.page(schoolId, cursors.open(name, cursor), limit);
        return cursors.page(
                name,
                rows,
                limit,
                member -> List.of(member.familyName(), member.id().toString()));
    }

    @GET
    @Path("/{staffId}")
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.TEACHER,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "getStaff", summary = "Show a member of staff")
    @APIResponse(responseCode = "200", description = "The member of staff, with ETag")
    @APIResponse(responseCode = "404", description = "No such member of staff (not-found)")
    public RestResponse<StaffView> get(UUID staffId) {
        var member = staff.find(staffId).orElseThrow(ProblemException::notFound);
        return Answers.ok(StaffView.of(member), member.version());
    }

    @PUT
    @Path("/{staffId}")
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(operationId = "putStaff", summary = "Describe a member of staff whom the roster does not know")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "psychologist", value = """
                    {"givenName": "Nora", "familyName": "Quill", "email": "nora.quill@sample.example",
                     "language": "en", "roles": ["psychologist"], "schoolIds": []}""")))
    @APIResponse(responseCode = "200", description = "Changed, with the new ETag")
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(
            responseCode = "409",
            description = "The roster knows this person and alone changes him (staff.of-roster)")
    @APIResponse(
            responseCode = "412",
            description = "Changed since it was read (version.stale), or there already (already-there)")
    @APIResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match (if-match.missing)")
    public RestResponse<StaffView> put(
            UUID staffId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @HeaderParam("If-None-Match") @Nullable @Size(max = 100) String ifNoneMatch,
            @Valid @NotNull StaffRequest body) {
        return switch (describeStaff.handle(staffId, body.details(), new Precondition(ifMatch, ifNoneMatch))) {
            case Added(var member) -> Answers.created("/v1/staff/" + staffId, StaffView.of(member), member.version());
            case Changed(var member) -> Answers.ok(StaffView.of(member), member.version());
            case OfRoster() ->
                throw ProblemException.conflict("staff.of-roster", "The roster knows this person; change him there.");
        };
    }
}
