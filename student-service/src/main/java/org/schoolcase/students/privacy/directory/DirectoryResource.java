package org.schoolcase.students.privacy.directory;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.privacy.RecordRights;

/** What a family decided about directory information (34 CFR 99.37). */
@Path("/v1/students/{studentId}/directory-choices")
@RunOnVirtualThread
public class DirectoryResource {

    private final RecordRights rights;
    private final DirectoryChoices choices;
    private final DecideDirectory decideDirectory;
    private final Audit audit;

    DirectoryResource(RecordRights rights, DirectoryChoices choices, DecideDirectory decideDirectory, Audit audit) {
        this.rights = rights;
        this.choices = choices;
        this.decideDirectory = decideDirectory;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(
            operationId = "getDirectoryStanding",
            summary = "Show whether directory information may be disclosed today, with the decisions behind it")
    @APIResponse(responseCode = "200", description = "The standing today, and the latest 200 decisions")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public DirectoryStanding get(UUID studentId) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.AUDITOR);
        audit.showed(
                AuditEntry.of("directory-choice.list", "student", studentId).student(studentId));
        return choices.standing(studentId);
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(
            operationId = "decideDirectory",
            summary = "Record that a family opts out of directory information, or takes that back")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "opt-out", value = """
                    {"optedOut": true, "fromOn": "2026-09-01", "receivedOn": "2026-08-30", "method": "WRITTEN",
                     "guardianId": "5f0c9a52-2f0e-5a86-9b7d-0c6a0f5d8a11"}""")))
    @APIResponse(responseCode = "201", description = "Recorded; the standing today")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(
            responseCode = "422",
            description = "Nobody is named who decides (requester.required), a person without rights"
                    + " (requester.without-rights), dates out of order (date.in-future, date.too-early)")
    public RestResponse<DirectoryStanding> decide(UUID studentId, @Valid @NotNull DirectoryChoiceRequest body) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN);
        var standing = decideDirectory.handle(studentId, body);
        return Answers.created(
                "/v1/students/%s/directory-choices".formatted(studentId),
                standing,
                standing.choices().size());
    }
}
