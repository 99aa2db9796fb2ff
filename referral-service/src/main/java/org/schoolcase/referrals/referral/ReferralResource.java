package org.schoolcase.referrals.referral;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** The school's side of referrals: draft, send, cancel, read. */
@Path("/v1/referrals")
@Tag(name = "Referrals", description = "The school's side")
@RunOnVirtualThread
public class ReferralResource {

    private final DraftReferral draftReferral;
    private final SendReferral sendReferral;
    private final CancelReferral cancelReferral;
    private final ReadReferrals readReferrals;
    private final CurrentUser user;

    ReferralResource(
            DraftReferral draftReferral,
            SendReferral sendReferral,
            CancelReferral cancelReferral,
            ReadReferrals readReferrals,
            CurrentUser user) {
        this.draftReferral = draftReferral;
        this.sendReferral = sendReferral;
        this.cancelReferral = cancelReferral;
        this.readReferrals = readReferrals;
        this.user = user;
    }

    @POST
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @Idempotent
    @Operation(
            operationId = "draftReferral",
            summary = "Draft a referral to an agency's service for the student of a case")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "referral", value = """
            {"caseId": "0199b1f0-0000-7000-8000-000000000003", "serviceId": "0199b1f0-0000-7000-8000-000000000004",
             "reason": "Withdrawn since the family moved", "urgency": "ROUTINE",
             "fields": ["NAME", "GRADE", "LANGUAGE", "REASON"]}
            """)))
    @APIResponse(responseCode = "201", description = "Drafted")
    @APIResponse(responseCode = "400", description = "A field is missing or out of bounds (validation.failed)")
    @APIResponse(responseCode = "403", description = "The token names no member of staff (staff.unknown)")
    @APIResponse(responseCode = "404", description = "No such case for the caller (not-found)")
    @APIResponse(responseCode = "409", description = "The case is closed (case.closed)")
    @APIResponse(
            responseCode = "422",
            description =
                    "The directory has no such service, or it takes none now (service.unknown, service.unavailable)")
    public RestResponse<ReferralView> draft(@Valid @NotNull ReferralRequest body) {
        return switch (draftReferral.handle(body, staffId())) {
            case DraftReferral.Outcome.Drafted(var referral) ->
                Answers.created("/v1/referrals/" + referral.id(), readReferrals.view(referral), referral.version());
            case DraftReferral.Outcome.CaseClosed() -> throw caseClosed();
            case DraftReferral.Outcome.UnknownService() ->
                throw refused("service.unknown", "The directory has no such service.");
            case DraftReferral.Outcome.ServiceTakesNone() ->
                throw refused("service.unavailable", "The service takes no referrals now.");
        };
    }

    @POST
    @Path("/{referralId}/sending")
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @Idempotent
    @Operation(operationId = "sendReferral", summary = "Send a draft to the agency, under a consent to disclose")
    @APIResponse(responseCode = "200", description = "Sent")
    @APIResponse(responseCode = "404", description = "No such referral for the caller (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "It is no draft, or the case is closed (referral.state, case.closed)")
    @APIResponse(responseCode = "412", description = "The version is another one (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "No consent in force covers these fields for this agency, 34 CFR 99.30"
                    + " (disclosure.consent-missing)")
    public RestResponse<ReferralView> send(
            UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 100) @Nullable String ifMatch) {
        return switch (sendReferral.handle(referralId, ifMatch)) {
            case SendReferral.Outcome.Tried(var move) -> answer(move);
            case SendReferral.Outcome.CaseClosed() -> throw caseClosed();
            case SendReferral.Outcome.ConsentMissing() ->
                throw ProblemException.unprocessable(
                                "disclosure.consent-missing",
                                "No consent in force covers the fields of this referral for this agency.")
                        .citing("34 CFR 99.30");
        };
    }

    @POST
    @Path("/{referralId}/cancellation")
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @Idempotent
    @Operation(
            operationId = "cancelReferral",
            summary = "Take a referral back; once accepted, ask the agency to end it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "cancellation", value = """
            {"reasonCode": "FAMILY_DECLINED", "note": "The family has found help with its parish"}
            """)))
    @APIResponse(responseCode = "200", description = "CANCELLED, or CANCEL_REQUESTED once the agency had accepted")
    @APIResponse(responseCode = "400", description = "A field is missing or out of bounds (validation.failed)")
    @APIResponse(responseCode = "404", description = "No such referral for the caller (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state (referral.state)")
    @APIResponse(responseCode = "412", description = "The version is another one (version.stale)")
    public RestResponse<ReferralView> cancel(
            UUID referralId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 100) @Nullable String ifMatch,
            @Valid @NotNull CancellationRequest body) {
        return answer(cancelReferral.handle(referralId, body, ifMatch));
    }

    @GET
    @Path("/{referralId}")
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SCHOOL_ADMIN, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getReferral", summary = "Read a referral with all its steps")
    @APIResponse(responseCode = "200", description = "The referral")
    @APIResponse(responseCode = "404", description = "No such referral for the caller (not-found)")
    public RestResponse<ReferralView> get(UUID referralId) {
        var view = readReferrals.one(referralId);
        return Answers.ok(view, view.version());
    }

    private RestResponse<ReferralView> answer(MoveReferral.Outcome outcome) {
        return switch (outcome) {
            case MoveReferral.Outcome.Moved(var referral) ->
                Answers.ok(readReferrals.view(referral), referral.version());
            case MoveReferral.Outcome.Refused refused -> throw refused.problem();
        };
    }

    private UUID staffId() {
        return user.staffId()
                .orElseThrow(() ->
                        ProblemException.forbidden("staff.unknown", "The token names no member of staff (staff_id)."));
    }

    private static ProblemException refused(String code, String detail) {
        return ProblemException.unprocessable(code, detail).field("/serviceId", code, detail);
    }

    private static ProblemException caseClosed() {
        return ProblemException.conflict("case.closed", "The case is closed.");
    }
}
