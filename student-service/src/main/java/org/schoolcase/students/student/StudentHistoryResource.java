package org.schoolcase.students.student;

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
import jakarta.ws.rs.POST;
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
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;
import org.schoolcase.students.student.CorrectField.Outcome.OwnedByRoster;
import org.schoolcase.students.student.CorrectField.Outcome.Recorded;
import org.schoolcase.students.student.CorrectField.Outcome.Unchanged;

/** Changes and corrections of one student's record. */
@Path("/v1/students/{studentId}/changes")
@RunOnVirtualThread
public class StudentHistoryResource {

    private final StudentAccess access;
    private final CorrectField correctField;
    private final FieldHistory history;
    private final Cursors cursors;
    private final Audit audit;

    StudentHistoryResource(
            StudentAccess access, CorrectField correctField, FieldHistory history, Cursors cursors, Audit audit) {
        this.access = access;
        this.correctField = correctField;
        this.history = history;
        this.cursors = cursors;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.CASE_MANAGER})
    @Operation(
            operationId = "changeStudentField",
            summary = "Change or correct a field of a student that is owned here")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "correction", value = """
                    {"field": "LANGUAGE", "kind": "CORRECTION", "value": "es", "reason": "Misheard at enrollment"}""")))
    @APIResponse(responseCode = "201", description = "Recorded, with the student's new ETag")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The student information system owns the field: correct it there (field.owned-by-roster);"
                    + " or it is so already (field.unchanged)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "The value does not fit the field (field.malformed), a day is to come (change.in-future), a"
                    + " change has an end (change.with-end), or days are out of order (entry.ends-before-begin)")
    @APIResponse(responseCode = "428", description = "If-Match is missing (if-match.missing)")
    public RestResponse<FieldChangeView> change(
            UUID studentId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull FieldChangeRequest body) {
        var command = new CorrectField.Command(studentId, body, access.today(), ifMatch);
        return switch (correctField.handle(command)) {
            case Recorded(var change, var version) ->
                Answers.created("/v1/students/" + studentId + "/changes", change, version);
            case OwnedByRoster() ->
                throw ProblemException.conflict(
                                "field.owned-by-roster",
                                "The student information system owns this field: correct it there, and the next"
                                        + " import brings it.")
                        .field("/field", "field.owned-by-roster", "A field that is owned here.");
            case Unchanged() -> throw ProblemException.conflict("field.unchanged", "The field has this value already.");
        };
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "listStudentChanges",
            summary = "List changes and corrections of a student's record, newest first")
    @APIResponse(responseCode = "200", description = "A page: who, when, which field, why, old and new value")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<FieldChangeView> list(
            UUID studentId,
            @QueryParam("field") @Nullable StudentField field,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        access.require(studentId);
        var name = "student-changes|" + studentId + "|" + field;
        var found = history.changes(studentId, field, limit, cursors.open(name, cursor));
        audit.showed(AuditEntry.of("student.history", "student", studentId).student(studentId));
        return cursors.page(name, found, limit, change -> List.of(change.id().toString()));
    }
}
