package org.schoolcase.cases.communication;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Entries into the communication log of a case over HTTP. */
@Path("/v1/cases/{caseId}/communications")
@Tag(name = "Communications")
@RunOnVirtualThread
public class CommunicationResource {

    private static final long NEVER_CHANGES = 1;

    private final LogCommunication logCommunication;
    private final CorrectCommunication correctCommunication;

    CommunicationResource(LogCommunication logCommunication, CorrectCommunication correctCommunication) {
        this.logCommunication = logCommunication;
        this.correctCommunication = correctCommunication;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a message left", value = CommunicationRequest.EXAMPLE)))
    @Operation(
            operationId = "logCommunication",
            summary = "Log a contact that was made, attempted or received (34 CFR 300.322(d))")
    @APIResponse(responseCode = "201", description = "Logged; a sealed part is stored and not repeated")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "The case is closed (case.closed)")
    @APIResponse(
            responseCode = "422",
            description =
                    "Nobody or two people named (communication.party-ambiguous), no guardian of the student"
                            + " (communication.guardian-unknown), one who must not be contacted (communication.no-contact),"
                            + " another language without interpreter and reason (communication.interpreter-missing) or with both"
                            + " (communication.interpreter-ambiguous), an outcome that such a contact cannot have"
                            + " (communication.outcome-implausible), in the future (communication.in-future), somebody who was not"
                            + " on the team (communication.staff-not-on-team), an answer to nothing (communication.reply-to-unknown)")
    public RestResponse<Communication> log(
            @PathParam("caseId") UUID caseId, @Valid @NotNull CommunicationRequest body) {
        return answer(caseId, logCommunication.handle(caseId, body), "");
    }

    @POST
    @Path("/{entryId}/correction")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "another day", value = CorrectionRequest.EXAMPLE)))
    @Operation(
            operationId = "correctCommunication",
            summary = "Correct an entry by another that takes its place; the first one stays, marked as superseded")
    @APIResponse(responseCode = "201", description = "The entry that stands now")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    @APIResponse(responseCode = "404", description = "No such case or entry in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "It was corrected before (communication.superseded); correct the entry in supersededBy")
    @APIResponse(responseCode = "422", description = "As for a new entry, with pointers below /entry")
    public RestResponse<Communication> correct(
            @PathParam("caseId") UUID caseId,
            @PathParam("entryId") UUID entryId,
            @Valid @NotNull CorrectionRequest body) {
        return answer(caseId, correctCommunication.handle(caseId, entryId, body), "/entry");
    }

    private static RestResponse<Communication> answer(UUID caseId, EntryInLog.Outcome outcome, String parent) {
        return switch (outcome) {
            case EntryInLog.Outcome.Entered(var entry) ->
                Answers.created("/v1/cases/%s/communications/%s".formatted(caseId, entry.id()), entry, NEVER_CHANGES);
            case EntryInLog.Outcome.Refused(var fault) ->
                throw fault.below(parent).toProblem();
            case EntryInLog.Outcome.SupersededAlready(var by) ->
                throw ProblemException.conflict("communication.superseded", "Another entry took its place already.")
                        .with("supersededBy", by);
            case EntryInLog.Outcome.NoStaffId() ->
                throw ProblemException.forbidden(
                        "staff-id.missing", "The token names no staff member who could have made the contact.");
        };
    }
}
