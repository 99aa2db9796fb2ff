package org.schoolcase.students.guardian;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;
import org.schoolcase.students.guardian.AddGuardian.Outcome.Added;
import org.schoolcase.students.guardian.AddGuardian.Outcome.AlreadyGuardian;
import org.schoolcase.students.guardian.AddGuardian.Outcome.KnownDifferently;

/** Guardians of one student. */
@Path("/v1/students/{studentId}/guardians")
@RunOnVirtualThread
public class GuardianResource {

    private final StudentAccess access;
    private final AddGuardian addGuardian;
    private final ChangeGuardian changeGuardian;
    private final ShowGuardians guardians;

    GuardianResource(
            StudentAccess access, AddGuardian addGuardian, ChangeGuardian changeGuardian, ShowGuardians guardians) {
        this.access = access;
        this.addGuardian = addGuardian;
        this.changeGuardian = changeGuardian;
        this.guardians = guardians;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(operationId = "addGuardian", summary = "Add a guardian to a student")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "guardian", value = """
                    {"relation": "MOTHER", "givenName": "Rosa", "familyName": "Lollipop", "language": "es",
                     "email": "rosa.lollipop@home.example", "phone": "+1 602 555 0147", "interpreterLanguage": "es",
                     "educationalRights": true, "mayContact": true, "sourcedId": "guardian-rosa"}""")))
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "He is a guardian of this student already (guardian.exists),"
                    + " or known with other details (guardian.known-differently)")
    public RestResponse<GuardianView> add(UUID studentId, @Valid @NotNull GuardianRequest body) {
        access.require(studentId);
        var command = new AddGuardian.Command(studentId, body.sourcedId(), body.details(), body.rights());
        return switch (addGuardian.handle(command)) {
            case Added(var found) -> created(studentId, guardians.shown(found));
            case AlreadyGuardian() ->
                throw ProblemException.conflict("guardian.exists", "This person is a guardian of the student already.");
            case KnownDifferently() ->
                throw ProblemException.conflict(
                        "guardian.known-differently",
                        "This sourcedId belongs to a guardian with other details: send the same, or change them first.");
        };
    }

    @GET
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "listGuardians", summary = "List the guardians of a student, in the order they were added")
    @APIResponse(responseCode = "200", description = "All of them; there is never a next page")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<GuardianView> list(UUID studentId) {
        access.require(studentId);
        return new Page<>(guardians.ofStudent(studentId), null);
    }

    @GET
    @Path("/{guardianId}")
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.SERVICE_PROVIDER,
        Role.GUARDIAN,
        Role.AUDITOR
    })
    @Operation(operationId = "getGuardian", summary = "Show a guardian of a student; a guardian sees himself only")
    @APIResponse(responseCode = "200", description = "The guardian, with ETag")
    @APIResponse(responseCode = "404", description = "No such guardian for this caller (not-found)")
    public RestResponse<GuardianView> get(UUID studentId, UUID guardianId) {
        access.require(studentId);
        var found = guardians.find(studentId, guardianId).orElseThrow(ProblemException::notFound);
        return Answers.ok(found.view(), found.version());
    }

    @PUT
    @Path("/{guardianId}")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(operationId = "changeGuardian", summary = "Correct what is known of a guardian")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "guardian", value = """
                    {"relation": "MOTHER", "givenName": "Rosa", "familyName": "Lollipop", "language": "es",
                     "email": "rosa@new-home.example", "educationalRights": true, "mayContact": true}""")))
    @APIResponse(responseCode = "200", description = "Changed, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such guardian for this caller (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The timeline of rights (guardian.rights-by-timeline) or a court order in force"
                    + " (guardian.no-contact-order) says otherwise")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(responseCode = "428", description = "If-Match is missing (if-match.missing)")
    public RestResponse<GuardianView> change(
            UUID studentId,
            UUID guardianId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull GuardianRequest body) {
        access.require(studentId);
        var command = new ChangeGuardian.Command(studentId, guardianId, body.details(), body.rights(), ifMatch);
        var changed = changeGuardian.handle(command).map(guardians::shown).orElseThrow(ProblemException::notFound);
        return Answers.ok(changed.view(), changed.version());
    }

    private static RestResponse<GuardianView> created(UUID studentId, ShowGuardians.Shown shown) {
        var location =
                "/v1/students/%s/guardians/%s".formatted(studentId, shown.view().id());
        return Answers.created(location, shown.view(), shown.version());
    }
}
