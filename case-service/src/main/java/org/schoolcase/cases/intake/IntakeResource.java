package org.schoolcase.cases.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.cases.casefile.CaseView;
import org.schoolcase.cases.intake.OpenCase.Outcome.AlreadyOpen;
import org.schoolcase.cases.intake.OpenCase.Outcome.NoStaffId;
import org.schoolcase.cases.intake.OpenCase.Outcome.Opened;
import org.schoolcase.cases.intake.OpenCase.Outcome.ReceivedInFuture;
import org.schoolcase.cases.intake.OpenCase.Outcome.StudentOutOfReach;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Referrals and what is decided about them, over HTTP. */
@Path("/v1/cases")
@Tag(name = "Intake")
@RunOnVirtualThread
public class IntakeResource {

    private final OpenCase openCase;

    IntakeResource(OpenCase openCase) {
        this.openCase = openCase;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "referral by staff", value = OpenCaseRequest.EXAMPLE)))
    @Operation(operationId = "openCase", summary = "Open a case for a student; the caller becomes its case manager")
    @APIResponse(responseCode = "201", description = "Opened")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    @APIResponse(responseCode = "404", description = "No such student in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "The student has an open case (case.already-open)")
    @APIResponse(responseCode = "422", description = "Received in the future (case.received-in-future)")
    public RestResponse<CaseView> open(@Valid @NotNull OpenCaseRequest body) {
        return switch (openCase.handle(body.toCommand())) {
            case Opened(var file, var manager) ->
                Answers.created("/v1/cases/" + file.id(), CaseView.of(file, List.of(manager)), file.version());
            case StudentOutOfReach() -> throw ProblemException.notFound();
            case AlreadyOpen() ->
                throw ProblemException.conflict("case.already-open", "The student has an open case already.");
            case ReceivedInFuture(var today) ->
                throw ProblemException.unprocessable(
                                "case.received-in-future", "A referral cannot be received after today, " + today + ".")
                        .field("/receivedOn", "in-future", "Today in the district is " + today + ".");
            case NoStaffId() ->
                throw ProblemException.forbidden(
                        "staff-id.missing", "The token names no staff member who could be the case manager.");
        };
    }
}
