package org.schoolcase.students.student;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;
import org.schoolcase.students.http.AskedTime;

/** The record of one student. */
@Path("/v1/students/{studentId}")
@RunOnVirtualThread
public class StudentResource {

    /** The name the student goes by; null when it is the given name again. */
    public record PreferredNameRequest(
            @Nullable @Size(min = 1, max = 100) @Pattern(regexp = "[^\\p{Cntrl}]*")
            String preferredGivenName) {}

    private final StudentAccess access;
    private final StudentRepository students;
    private final RecordPreferredName recordPreferredName;
    private final FieldHistory history;
    private final Audit audit;

    StudentResource(
            StudentAccess access,
            StudentRepository students,
            RecordPreferredName recordPreferredName,
            FieldHistory history,
            Audit audit) {
        this.access = access;
        this.students = students;
        this.recordPreferredName = recordPreferredName;
        this.history = history;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.TEACHER,
        Role.SERVICE_PROVIDER,
        Role.GUARDIAN,
        Role.STUDENT,
        Role.AUDITOR
    })
    @Operation(
            operationId = "getStudent",
            summary = "Show a student to whom the caller has a relation, as he is or as he was on a day")
    @APIResponse(
            responseCode = "200",
            description = "The student; with ETag unless of another day."
                    + " For the id of a merged record the one that goes on, under his own id")
    @APIResponse(responseCode = "400", description = "A date is out of range (date.out-of-range)")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public RestResponse<StudentView> get(
            UUID studentId,
            @QueryParam("asOf") @Parameter(description = "What held on this day") @Nullable LocalDate asOf,
            @QueryParam("knownAt")
                    @Parameter(description = "What was known at this instant of asOf, or of today")
                    @Nullable
                    Instant knownAt) {
        AskedTime.day("asOf", asOf);
        AskedTime.instant("knownAt", knownAt);
        var found = students.find(studentId, access.relation()).orElseThrow(() -> access.refused(studentId));
        var shown = found.student().id();
        audit.showed(AuditEntry.of("student.read", "student", shown).student(shown));
        if (asOf == null && knownAt == null) {
            return Answers.ok(found.student(), found.version());
        }
        var day = asOf == null ? access.today() : asOf;
        return RestResponse.ok(found.student().with(history.on(shown, day, knownAt)));
    }

    @PUT
    @Path("/preferred-name")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.CASE_MANAGER})
    @Operation(operationId = "recordPreferredName", summary = "Record the name a student goes by")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "name", value = """
                    {"preferredGivenName": "Lili"}""")))
    @APIResponse(responseCode = "200", description = "The student with the new ETag")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(responseCode = "412", description = "Changed by somebody else since it was read")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public RestResponse<StudentView> recordPreferredName(
            UUID studentId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull PreferredNameRequest body) {
        var changed = recordPreferredName.handle(studentId, body.preferredGivenName(), ifMatch);
        return Answers.ok(changed.student(), changed.version());
    }
}
