package org.schoolcase.cases.closure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.cases.closure.CloseCase.Outcome.Closed;
import org.schoolcase.cases.closure.CloseCase.Outcome.OutOfOrder;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Closing a case over HTTP. */
@Path("/v1/cases/{caseId}/closure")
@Tag(name = "Cases")
@RunOnVirtualThread
public class ClosureResource {

    /** Asks for a case to be closed. */
    record ClosureRequest(
            @NotBlank @Size(max = 2000) String reason,
            @NotNull LocalDate closedOn) {

        static final String EXAMPLE = """
                {"reason": "Support in class was enough; the family agrees.", "closedOn": "2026-11-20"}""";
    }

    /** A case's end as the API shows it. */
    public record ClosureView(UUID caseId, LocalDate closedOn, String reason) {}

    private final CloseCase closeCase;

    ClosureResource(CloseCase closeCase) {
        this.closeCase = closeCase;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "closure", value = ClosureRequest.EXAMPLE)))
    @Operation(operationId = "closeCase", summary = "Close a case; its running deadlines end")
    @APIResponse(responseCode = "201", description = "Closed")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "Closed already (case.closed)")
    @APIResponse(
            responseCode = "422",
            description = "Closed before it was received or after today (case.closure-out-of-order)")
    public RestResponse<ClosureView> close(@PathParam("caseId") UUID caseId, @Valid @NotNull ClosureRequest body) {
        return switch (closeCase.handle(new CloseCase.Command(caseId, body.closedOn(), body.reason()))) {
            case Closed(var file) ->
                Answers.created(
                        "/v1/cases/" + caseId, new ClosureView(caseId, body.closedOn(), body.reason()), file.version());
            case OutOfOrder(var earliest, var latest) -> throw outOfOrder(earliest, latest);
        };
    }

    private static ProblemException outOfOrder(LocalDate earliest, LocalDate latest) {
        var detail = "A case is closed between its referral, %s, and today, %s.".formatted(earliest, latest);
        return ProblemException.unprocessable("case.closure-out-of-order", detail)
                .field("/closedOn", "out-of-order", detail);
    }
}
