package org.schoolcase.students.rights;

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
import java.time.Instant;
import java.time.LocalDate;
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
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;
import org.schoolcase.students.timeline.EntryChange;
import org.schoolcase.students.timeline.EntryReader;
import org.schoolcase.students.timeline.Ledger;
import org.schoolcase.students.timeline.RecordEntry;

/** Educational rights of one student as a timeline. */
@Path("/v1/students/{studentId}/rights")
@RunOnVirtualThread
public class RightsResource {

    private final StudentAccess access;
    private final RecordEntry recordEntry;
    private final EntryReader reader;
    private final RightsCheck check;

    RightsResource(StudentAccess access, RecordEntry recordEntry, EntryReader reader, RightsCheck check) {
        this.access = access;
        this.recordEntry = recordEntry;
        this.reader = reader;
        this.check = check;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(
            operationId = "recordRights",
            summary = "Record who has, or is denied, authority to decide for a student, and from when to when")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "surrogate", value = """
                    {"guardianId": "7a9be0d1-3b55-5b34-9c0a-6c2f52b0c9aa", "authority": "SURROGATE", "effect": "GRANTED",
                     "documentReference": "Appointment 2026-114", "beginsOn": "2026-11-02", "reason": "Ward of the State"}""")))
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "The same is recorded for some of these days (entry.overlaps)")
    @APIResponse(
            responseCode = "422",
            description =
                    "Not possible for this person (rights.holder-mismatch, rights.not-a-guardian, rights.employee), without a"
                            + " document (rights.document-missing), before the age of majority (rights.before-majority), days out of"
                            + " order (entry.ends-before-begin, date.out-of-range), or a correction of nothing (entry.unknown)")
    public RestResponse<RightsView> record(UUID studentId, @Valid @NotNull RightsRequest body) {
        access.require(studentId);
        var id = recordEntry.record(Ledger.RIGHTS, body.entry(studentId), () -> check.require(studentId, body));
        var view = reader.one(RightsView.entries(studentId), id, RightsView::of);
        return Answers.created("/v1/students/%s/rights/%s".formatted(studentId, id), view, 0);
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.AUDITOR})
    @Operation(operationId = "listRights", summary = "List the timeline of educational rights of a student")
    @APIResponse(responseCode = "200", description = "A page in the order of recording")
    @APIResponse(
            responseCode = "400",
            description = "A date is out of range (date.out-of-range), or the cursor is not ours (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<RightsView> list(
            UUID studentId,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownAt") @Nullable Instant knownAt,
            @QueryParam("history") @DefaultValue("false") boolean history,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        access.require(studentId);
        return reader.page(
                Ledger.RIGHTS,
                studentId,
                RightsView.entries(studentId),
                new EntryReader.When(asOf, knownAt, history),
                new EntryReader.PageOf(limit, cursor),
                RightsView::of);
    }

    @POST
    @Path("/{entryId}/ending")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(operationId = "endRights", summary = "End an authority with its last day")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "ending", value = """
                    {"endsOn": "2026-12-18", "reason": "Appointment ended"}""")))
    @APIResponse(responseCode = "200", description = "As it is known now")
    @APIResponse(responseCode = "404", description = "No such entry for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "It ends on that day already (entry.ends-then-already)")
    @APIResponse(responseCode = "422", description = "The last day is before the first (entry.ends-before-begin)")
    public RestResponse<RightsView> end(UUID studentId, UUID entryId, @Valid @NotNull EntryChange.Ending body) {
        recordEntry.end(Ledger.RIGHTS, studentId, entryId, body);
        return RestResponse.ok(reader.one(RightsView.entries(studentId), entryId, RightsView::of));
    }

    @POST
    @Path("/{entryId}/withdrawal")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(operationId = "withdrawRights", summary = "Take an entry back that should never have been recorded")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "withdrawal", value = """
                    {"reason": "Recorded for the wrong student"}""")))
    @APIResponse(responseCode = "204", description = "Withdrawn; history=true still shows it")
    @APIResponse(responseCode = "404", description = "No such entry for this caller (not-found)")
    public RestResponse<Void> withdraw(UUID studentId, UUID entryId, @Valid @NotNull EntryChange.Withdrawal body) {
        recordEntry.withdraw(Ledger.RIGHTS, studentId, entryId, body);
        return RestResponse.noContent();
    }
}
