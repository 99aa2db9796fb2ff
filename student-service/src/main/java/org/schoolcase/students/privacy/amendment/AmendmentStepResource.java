package org.schoolcase.students.privacy.amendment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.privacy.RecordRights;

/** The steps of a request to amend a record: decision, hearing, outcome, statement (34 CFR 99.20-99.22). */
@Path("/v1/students/{studentId}/amendments/{amendmentId}")
@RunOnVirtualThread
public class AmendmentStepResource {

    private final RecordRights rights;
    private final MoveAmendment moveAmendment;

    AmendmentStepResource(RecordRights rights, MoveAmendment moveAmendment) {
        this.rights = rights;
        this.moveAmendment = moveAmendment;
    }

    @POST
    @Path("/decision")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "decideAmendment",
            summary =
                    "Decide a request, with the reason, and record that the family was told of its right to a hearing")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "decision", value = """
                    {"amend": false, "reason": "The notes name other days", "decidedOn": "2026-11-10", "informedOn": "2026-11-11"}""")))
    @APIResponse(responseCode = "200", description = "Done; the request with its new ETag")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (amendment.state)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(responseCode = "422", description = "Dates out of order (date.in-future, date.too-early)")
    public RestResponse<AmendmentView> decide(
            UUID studentId,
            UUID amendmentId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull DecisionRequest body) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.COORDINATOR);
        var which = new MoveAmendment.Which(studentId, amendmentId, ifMatch);
        return answer(moveAmendment.decide(which, body));
    }

    @POST
    @Path("/hearing-request")
    @Idempotent
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR})
    @Operation(operationId = "requestAmendmentHearing", summary = "Ask for a hearing after a refusal")
    @APIResponse(responseCode = "200", description = "Done; the request with its new ETag")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (amendment.state)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    public RestResponse<AmendmentView> askForHearing(
            UUID studentId, UUID amendmentId, @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR);
        var which = new MoveAmendment.Which(studentId, amendmentId, ifMatch);
        return answer(moveAmendment.askForHearing(which));
    }

    @POST
    @Path("/hearing-schedule")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "scheduleAmendmentHearing",
            summary = "Set date, place and an officer without direct interest, and record the notice")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "hearing-schedule", value = """
                    {"at": "2026-12-01T16:00:00Z", "place": "District office, room 4", "officer": "Dana Whitlock",
                     "officerHasNoDirectInterest": true, "noticeOn": "2026-11-18"}""")))
    @APIResponse(responseCode = "200", description = "Done; the request with its new ETag")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (amendment.state)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(responseCode = "422", description = "Dates out of order (date.in-future, date.too-early)")
    public RestResponse<AmendmentView> schedule(
            UUID studentId,
            UUID amendmentId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull HearingSchedule body) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.COORDINATOR);
        var which = new MoveAmendment.Which(studentId, amendmentId, ifMatch);
        return answer(moveAmendment.schedule(which, body));
    }

    @POST
    @Path("/hearing-outcome")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "recordAmendmentHearing",
            summary = "Record the written decision of the hearing, with evidence and reasons")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "hearing-outcome", value = """
                    {"amend": false, "heldOn": "2026-12-01", "decidedOn": "2026-12-04", "evidence": "Two notes, the register",
                     "reason": "The register agrees with the notes", "informedOn": "2026-12-05"}""")))
    @APIResponse(responseCode = "200", description = "Done; the request with its new ETag")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (amendment.state)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(responseCode = "422", description = "Dates out of order (date.in-future, date.too-early)")
    public RestResponse<AmendmentView> hear(
            UUID studentId,
            UUID amendmentId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull HearingOutcome body) {
        rights.requireStaff(studentId, Role.DISTRICT_ADMIN, Role.COORDINATOR);
        var which = new MoveAmendment.Which(studentId, amendmentId, ifMatch);
        return answer(moveAmendment.hear(which, body));
    }

    @POST
    @Path("/statement")
    @Idempotent
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR})
    @Operation(
            operationId = "placeAmendmentStatement",
            summary = "Place the statement that is kept and shown with the contested part")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "statement", value = """
                    {"statement": "We disagree: our doctor excused these days by telephone", "receivedOn": "2026-12-10"}""")))
    @APIResponse(responseCode = "200", description = "Done; the request with its new ETag")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (amendment.state)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    @APIResponse(responseCode = "422", description = "Dates out of order (date.in-future, date.too-early)")
    public RestResponse<AmendmentView> place(
            UUID studentId,
            UUID amendmentId,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @Valid @NotNull StatementRequest body) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR);
        var which = new MoveAmendment.Which(studentId, amendmentId, ifMatch);
        return answer(moveAmendment.place(which, body));
    }

    @POST
    @Path("/withdrawal")
    @Idempotent
    @RolesAllowed({Role.GUARDIAN, Role.STUDENT, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR})
    @Operation(operationId = "withdrawAmendment", summary = "Take a request back")
    @APIResponse(responseCode = "200", description = "Done; the request with its new ETag")
    @APIResponse(responseCode = "404", description = "No such request for this caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (amendment.state)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale)")
    public RestResponse<AmendmentView> withdraw(
            UUID studentId, UUID amendmentId, @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch) {
        rights.require(studentId, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR);
        var which = new MoveAmendment.Which(studentId, amendmentId, ifMatch);
        return answer(moveAmendment.withdraw(which));
    }

    private static RestResponse<AmendmentView> answer(AmendmentView view) {
        return Answers.ok(view, view.version());
    }
}
