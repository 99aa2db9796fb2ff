package org.schoolcase.students.enrollment;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
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
import org.schoolcase.students.enrollment.TransferRequest.RecordsAnswered;
import org.schoolcase.students.enrollment.TransferRequest.RecordsRequested;

/** Transfers of one student from and to other schools. */
@Path("/v1/students/{studentId}/transfers")
@RunOnVirtualThread
public class TransferResource {

    private final StudentAccess access;
    private final RecordTransfer recordTransfer;
    private final FollowRecords records;
    private final ShowTransfers transfers;

    TransferResource(
            StudentAccess access, RecordTransfer recordTransfer, FollowRecords records, ShowTransfers transfers) {
        this.access = access;
        this.recordTransfer = recordTransfer;
        this.records = records;
        this.transfers = transfers;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.CASE_MANAGER})
    @Operation(operationId = "recordTransfer", summary = "Record that a student comes from or goes to another school")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "transfer in", value = """
                    {"direction": "IN", "organization": "Prickly Pear Elementary", "otherDistrict": "Agave Unified",
                     "effectiveOn": "2026-11-02", "planInForce": true}""")))
    @APIResponse(responseCode = "201", description = "Recorded, with ETag")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    @APIResponse(responseCode = "422", description = "The date is out of range (date.out-of-range)")
    public RestResponse<TransferView> record(UUID studentId, @Valid @NotNull TransferRequest body) {
        access.require(studentId);
        var transfer = recordTransfer.handle(body.details(studentId));
        return Answers.created(
                "/v1/students/%s/transfers/%s".formatted(studentId, transfer.id()),
                transfer.view(),
                transfer.version());
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.AUDITOR})
    @Operation(operationId = "listTransfers", summary = "List the transfers of a student, newest first")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<TransferView> list(
            UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        access.require(studentId);
        return transfers.page(studentId, limit, cursor);
    }

    @GET
    @Path("/{transferId}")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.AUDITOR})
    @Operation(operationId = "getTransfer", summary = "Show a transfer")
    @APIResponse(responseCode = "200", description = "The transfer, with ETag")
    @APIResponse(responseCode = "404", description = "No such transfer for this caller (not-found)")
    public RestResponse<TransferView> get(UUID studentId, UUID transferId) {
        access.require(studentId);
        return answer(transfers.find(studentId, transferId).orElseThrow(ProblemException::notFound));
    }

    @PUT
    @Path("/{transferId}/records-request")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.CASE_MANAGER})
    @Operation(operationId = "recordRecordsRequest", summary = "Record that the new school asked for the records")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "request", value = """
                    {"requestedOn": "2026-11-03"}""")))
    @APIResponse(responseCode = "200", description = "Recorded, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such transfer for this caller (not-found)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "Out of range, or after the answer (date.out-of-range, transfer.answer-before-request)")
    @APIResponse(responseCode = "428", description = "If-Match is missing (if-match.missing)")
    public RestResponse<TransferView> request(
            UUID studentId,
            UUID transferId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull RecordsRequested body) {
        access.require(studentId);
        return answer(records.requested(new FollowRecords.Which(studentId, transferId, ifMatch), body.requestedOn()));
    }

    @PUT
    @Path("/{transferId}/records-answer")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.CASE_MANAGER})
    @Operation(
            operationId = "recordRecordsAnswer",
            summary = "Record what the former school answered; records that we send are a disclosure in the trail")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "answer", value = """
                    {"answeredOn": "2026-11-06", "answer": "SENT"}""")))
    @APIResponse(responseCode = "200", description = "Recorded, with the new ETag")
    @APIResponse(responseCode = "404", description = "No such transfer for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Nothing was requested yet (transfer.not-requested)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "Out of range, or before the request (date.out-of-range, transfer.answer-before-request)")
    @APIResponse(responseCode = "428", description = "If-Match is missing (if-match.missing)")
    public RestResponse<TransferView> answer(
            UUID studentId,
            UUID transferId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull RecordsAnswered body) {
        access.require(studentId);
        return answer(records.answered(
                new FollowRecords.Which(studentId, transferId, ifMatch), body.answer(), body.answeredOn()));
    }

    private static RestResponse<TransferView> answer(StudentTransfer transfer) {
        return Answers.ok(transfer.view(), transfer.version());
    }
}
