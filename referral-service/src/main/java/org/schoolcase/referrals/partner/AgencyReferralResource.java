package org.schoolcase.referrals.partner;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.schoolcase.kit.security.Role;
import org.schoolcase.referrals.referral.MoveReferral.Move;
import org.schoolcase.referrals.referral.ReferralVerb;

/** The agency's answers to a referral that was sent to it. */
@Path("/v1/agency/referrals/{referralId}")
@Tag(name = "Agency", description = "The agency's side of referrals")
@RunOnVirtualThread
public class AgencyReferralResource {

    private final AnswerReferral answerReferral;

    AgencyReferralResource(AnswerReferral answerReferral) {
        this.answerReferral = answerReferral;
    }

    @POST
    @Path("/acceptance")
    @RolesAllowed(Role.AGENCY)
    @Idempotent
    @Operation(operationId = "acceptReferral", summary = "Accept a referral")
    @APIResponse(responseCode = "200", description = "Accepted")
    @APIResponse(responseCode = "404", description = "Nothing of this id was sent to the agency (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (referral.state)")
    @APIResponse(responseCode = "412", description = "The version is another one (version.stale)")
    public RestResponse<PartnerReferralItem> accept(
            UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 100) @Nullable String ifMatch) {
        return answer(referralId, Move.of(ReferralVerb.ACCEPT, ifMatch));
    }

    @POST
    @Path("/decline")
    @RolesAllowed(Role.AGENCY)
    @Idempotent
    @Operation(operationId = "declineReferral", summary = "Decline a referral, at once or after accepting it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "decline", value = """
            {"reasonCode": "NO_CAPACITY", "note": "Places are free again in March"}
            """)))
    @APIResponse(responseCode = "200", description = "Declined")
    @APIResponse(responseCode = "400", description = "A field is missing or out of bounds (validation.failed)")
    @APIResponse(responseCode = "404", description = "Nothing of this id was sent to the agency (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (referral.state)")
    @APIResponse(responseCode = "412", description = "The version is another one (version.stale)")
    public RestResponse<PartnerReferralItem> decline(
            UUID referralId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 100) @Nullable String ifMatch,
            @Valid @NotNull DeclineRequest body) {
        return answer(
                referralId, new Move(ReferralVerb.DECLINE, body.reasonCode().name(), body.note(), ifMatch));
    }

    @POST
    @Path("/completion")
    @RolesAllowed(Role.AGENCY)
    @Idempotent
    @Operation(operationId = "completeReferral", summary = "Report that the service was given, with its outcome")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "completion", value = """
            {"outcomeCode": "NEED_MET", "note": "Ten sessions, closed by agreement with the family"}
            """)))
    @APIResponse(responseCode = "200", description = "Completed")
    @APIResponse(responseCode = "400", description = "A field is missing or out of bounds (validation.failed)")
    @APIResponse(responseCode = "404", description = "Nothing of this id was sent to the agency (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (referral.state)")
    @APIResponse(responseCode = "412", description = "The version is another one (version.stale)")
    public RestResponse<PartnerReferralItem> complete(
            UUID referralId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 100) @Nullable String ifMatch,
            @Valid @NotNull CompletionRequest body) {
        return answer(
                referralId, new Move(ReferralVerb.COMPLETE, body.outcomeCode().name(), body.note(), ifMatch));
    }

    @POST
    @Path("/cancellation-confirmation")
    @RolesAllowed(Role.AGENCY)
    @Idempotent
    @Operation(operationId = "confirmCancellation", summary = "Confirm the end that the school asked for")
    @APIResponse(responseCode = "200", description = "Cancelled")
    @APIResponse(responseCode = "404", description = "Nothing of this id was sent to the agency (not-found)")
    @APIResponse(responseCode = "409", description = "Not in this state; the answer names it (referral.state)")
    @APIResponse(responseCode = "412", description = "The version is another one (version.stale)")
    public RestResponse<PartnerReferralItem> confirmCancellation(
            UUID referralId, @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 100) @Nullable String ifMatch) {
        return answer(referralId, Move.of(ReferralVerb.CONFIRM_CANCELLATION, ifMatch));
    }

    private RestResponse<PartnerReferralItem> answer(UUID referralId, Move move) {
        return switch (answerReferral.handle(referralId, move)) {
            case AnswerReferral.Outcome.Answered(var item) -> Answers.ok(item, item.version());
            case AnswerReferral.Outcome.Refused(var why) -> throw why.problem();
        };
    }
}
