package org.schoolcase.students.privacy.disclosure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.schoolcase.students.privacy.RecordRights;
import org.schoolcase.students.privacy.disclosure.RecordDisclosure.Outcome.ConsentMissing;
import org.schoolcase.students.privacy.disclosure.RecordDisclosure.Outcome.InFuture;
import org.schoolcase.students.privacy.disclosure.RecordDisclosure.Outcome.OptedOut;
import org.schoolcase.students.privacy.disclosure.RecordDisclosure.Outcome.Recorded;
import org.schoolcase.students.privacy.disclosure.RecordDisclosure.Outcome.ThreatMissing;

/** The disclosure log of one student (34 CFR 99.32): open to the family, the custodian of records and auditors. */
@Path("/v1/students/{studentId}/disclosures")
@RunOnVirtualThread
public class DisclosureResource {

    private final RecordRights rights;
    private final DisclosureLog log;
    private final RecordDisclosure recordDisclosure;
    private final Cursors cursors;
    private final Audit audit;

    DisclosureResource(
            RecordRights rights, DisclosureLog log, RecordDisclosure recordDisclosure, Cursors cursors, Audit audit) {
        this.rights = rights;
        this.log = log;
        this.recordDisclosure = recordDisclosure;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listDisclosures", summary = "Show to whom a record was disclosed, newest first")
    @APIResponse(responseCode = "200", description = "A page; pass its next as cursor for the following one")
    @APIResponse(responseCode = "400", description = "The cursor is not ours (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<DisclosureView> list(
            UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.AUDITOR);
        var name = "disclosures|" + studentId;
        var found = log.page(studentId, cursors.open(name, cursor), limit);
        audit.showed(AuditEntry.of("disclosure.list", "student", studentId).student(studentId));
        return cursors.page(
                name,
                found,
                limit,
                row -> List.of(row.disclosedAt().toString(), row.id().toString()));
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(
            operationId = "recordDisclosure",
            summary = "Record a disclosure that was made outside this suite, with its legal basis")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "subpoena", value = """
                    {"disclosedAt": "2026-10-05T17:20:00Z", "recipientKind": "ORGANISATION",
                     "recipientName": "Superior Court, Juvenile Division", "fields": ["attendance", "enrollment"],
                     "purpose": "Subpoena JV-2210, notice sent to the family on 2026-09-28", "basis": "COURT_ORDER"}""")))
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(
            responseCode = "422",
            description = "The family opted out of directory information (disclosure.directory-opt-out), an emergency"
                    + " without its threat (disclosure.threat-missing), a consent that is not named"
                    + " (disclosure.consent-missing), a time to come (date.in-future)")
    public RestResponse<DisclosureView> record(UUID studentId, @Valid @NotNull DisclosureRequest body) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN);
        return switch (recordDisclosure.handle(studentId, body)) {
            case Recorded(var view) -> Answers.created("/v1/students/%s/disclosures".formatted(studentId), view, 0);
            case OptedOut() ->
                throw ProblemException.unprocessable(
                                "disclosure.directory-opt-out",
                                "The family opted out: nothing is disclosed as directory information.")
                        .field("/basis", "disclosure.directory-opt-out", "Another legal basis is needed.")
                        .citing("34 CFR 99.37");
            case ThreatMissing() ->
                throw ProblemException.unprocessable(
                                "disclosure.threat-missing", "An emergency is recorded with its threat.")
                        .field("/threat", "required", "The articulable and significant threat.")
                        .citing("34 CFR 99.32(a)(5)");
            case ConsentMissing() ->
                throw ProblemException.unprocessable(
                                "disclosure.consent-missing", "A disclosure by consent names the consent.")
                        .field("/consentId", "required", "Id of the signed consent.")
                        .citing("34 CFR 99.30");
            case InFuture() ->
                throw ProblemException.unprocessable("date.in-future", "This time has not come yet.")
                        .field("/disclosedAt", "date.in-future", "Not after now.");
        };
    }
}
