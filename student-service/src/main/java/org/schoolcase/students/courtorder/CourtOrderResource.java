package org.schoolcase.students.courtorder;

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

/** Court orders on one student. */
@Path("/v1/students/{studentId}/court-orders")
@RunOnVirtualThread
public class CourtOrderResource {

    private final StudentAccess access;
    private final RecordEntry recordEntry;
    private final EntryReader reader;
    private final CourtOrderCheck check;

    CourtOrderResource(StudentAccess access, RecordEntry recordEntry, EntryReader reader, CourtOrderCheck check) {
        this.access = access;
        this.recordEntry = recordEntry;
        this.reader = reader;
        this.check = check;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(operationId = "recordCourtOrder", summary = "Record a custody or no-contact order")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "no contact", value = """
                    {"kind": "NO_CONTACT", "guardianId": "7a9be0d1-3b55-5b34-9c0a-6c2f52b0c9aa", "protectedGuardianIds": [],
                     "revokesRecordAccess": true, "court": "Superior Court", "documentReference": "FC2026-004711",
                     "beginsOn": "2026-11-02", "endsOn": "2027-11-01"}""")))
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "The same is recorded for some of these days (entry.overlaps)")
    @APIResponse(
            responseCode = "422",
            description = "Not a guardian of the student (order.not-a-guardian), details that do not fit the kind"
                    + " (order.details-mismatch), days out of order (entry.ends-before-begin, date.out-of-range), or a"
                    + " correction of nothing (entry.unknown)")
    public RestResponse<CourtOrderView> record(UUID studentId, @Valid @NotNull CourtOrderRequest body) {
        access.require(studentId);
        var id = recordEntry.record(Ledger.COURT_ORDER, body.entry(studentId), () -> check.require(studentId, body));
        var view = reader.one(CourtOrderView.entries(studentId), id, CourtOrderView::of);
        return Answers.created("/v1/students/%s/court-orders/%s".formatted(studentId, id), view, 0);
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.AUDITOR})
    @Operation(operationId = "listCourtOrders", summary = "List the court orders on a student")
    @APIResponse(responseCode = "200", description = "A page in the order of recording")
    @APIResponse(
            responseCode = "400",
            description = "A date is out of range (date.out-of-range), or the cursor is not ours (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<CourtOrderView> list(
            UUID studentId,
            @QueryParam("asOf") @Nullable LocalDate asOf,
            @QueryParam("knownAt") @Nullable Instant knownAt,
            @QueryParam("history") @DefaultValue("false") boolean history,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        access.require(studentId);
        return reader.page(
                Ledger.COURT_ORDER,
                studentId,
                CourtOrderView.entries(studentId),
                new EntryReader.When(asOf, knownAt, history),
                new EntryReader.PageOf(limit, cursor),
                CourtOrderView::of);
    }

    @POST
    @Path("/{entryId}/ending")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(operationId = "endCourtOrder", summary = "End an order with its last day")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "ending", value = """
                    {"endsOn": "2026-12-18", "reason": "Order was lifted"}""")))
    @APIResponse(responseCode = "200", description = "As it is known now")
    @APIResponse(responseCode = "404", description = "No such entry for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "It ends on that day already (entry.ends-then-already)")
    @APIResponse(responseCode = "422", description = "The last day is before the first (entry.ends-before-begin)")
    public RestResponse<CourtOrderView> end(UUID studentId, UUID entryId, @Valid @NotNull EntryChange.Ending body) {
        recordEntry.end(Ledger.COURT_ORDER, studentId, entryId, body);
        return RestResponse.ok(reader.one(CourtOrderView.entries(studentId), entryId, CourtOrderView::of));
    }

    @POST
    @Path("/{entryId}/withdrawal")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(operationId = "withdrawCourtOrder", summary = "Take an entry back that should never have been recorded")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "withdrawal", value = """
                    {"reason": "Recorded for the wrong student"}""")))
    @APIResponse(responseCode = "204", description = "Withdrawn; history=true still shows it")
    @APIResponse(responseCode = "404", description = "No such entry for this caller (not-found)")
    public RestResponse<Void> withdraw(UUID studentId, UUID entryId, @Valid @NotNull EntryChange.Withdrawal body) {
        recordEntry.withdraw(Ledger.COURT_ORDER, studentId, entryId, body);
        return RestResponse.noContent();
    }
}
