package org.schoolcase.students.roster;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Decisions on an import: it may end what it would end, or it is called off. */
@Path("/v1/roster-imports/{id}")
@RunOnVirtualThread
public class ImportDecisionResource {

    private final DecideImport decideImport;

    ImportDecisionResource(DecideImport decideImport) {
        this.decideImport = decideImport;
    }

    @POST
    @Path("/confirmation")
    @Idempotent
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "confirmRosterImport",
            summary = "Let an import end what it would end",
            description = "For an import in the state AWAITING_CONFIRMATION; nothing of it is written before.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "confirmation", value = "{\"wouldEnd\": 412}")))
    @APIResponse(responseCode = "202", description = "It goes on")
    @APIResponse(responseCode = "404", description = "No such import of this district (not-found)")
    @APIResponse(responseCode = "409", description = "It does not wait (roster-import.not-awaiting)")
    @APIResponse(responseCode = "422", description = "It would end another number (roster-import.other-number)")
    public RestResponse<RosterImportView> confirm(UUID id, @NotNull @Valid ConfirmationRequest request) {
        return answer(decideImport.confirm(id, request.wouldEnd()));
    }

    @POST
    @Path("/cancellation")
    @Idempotent
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN})
    @Operation(
            operationId = "cancelRosterImport",
            summary = "Call an import off",
            description = "One that waits is CANCELLED at once and has written nothing. One that runs stops after its "
                    + "transaction: what it has merged stays, is carried over into the records of students and staff, and "
                    + "is counted per file and in rowsKept. Should it end first, its own state stays.")
    @APIResponse(responseCode = "202", description = "Called off, or about to be")
    @APIResponse(responseCode = "404", description = "No such import of this district (not-found)")
    @APIResponse(responseCode = "409", description = "It has ended (roster-import.not-awaiting)")
    public RestResponse<RosterImportView> cancel(UUID id) {
        return answer(decideImport.cancel(id));
    }

    private static RestResponse<RosterImportView> answer(DecideImport.Outcome outcome) {
        return switch (outcome) {
            case DecideImport.Outcome.Decided decided ->
                ResponseBuilder.<RosterImportView>accepted()
                        .entity(decided.view())
                        .build();
            case DecideImport.Outcome.NotFound notFound -> throw ProblemException.notFound();
            case DecideImport.Outcome.TooLate tooLate ->
                throw ProblemException.conflict(
                        "roster-import.not-awaiting", "The import has ended, or does not wait for this.");
            case DecideImport.Outcome.OtherNumber other ->
                throw ProblemException.unprocessable(
                                "roster-import.other-number", "The import would end another number of records.")
                        .field("/wouldEnd", "other-number", "Repeat the number that the import names.")
                        .with("wouldEnd", other.wouldEnd());
        };
    }
}
