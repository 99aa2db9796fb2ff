package org.schoolcase.cases.casedeadline.whatif;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Deadlines under a supposition over HTTP. */
@Path("/v1/deadlines/what-if")
@Tag(name = "Deadlines")
@RunOnVirtualThread
public class WhatIfResource {

    private final AskWhatIf askWhatIf;

    WhatIfResource(AskWhatIf askWhatIf) {
        this.askWhatIf = askWhatIf;
    }

    @POST
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a move to Texas", value = WhatIfRequest.EXAMPLE)))
    @Operation(
            operationId = "askWhatIf",
            summary = "What would be due with other dates, another calendar or another jurisdiction; writes nothing")
    @APIResponse(responseCode = "200", description = "Each step, now and then")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "422",
            description =
                    "No such jurisdiction (jurisdiction.unknown), or a year whose days are out of order or over 400 (calendar.year-wrong)")
    public WhatIfView ask(@Valid @NotNull WhatIfRequest body) {
        return switch (askWhatIf.handle(body)) {
            case AskWhatIf.Outcome.Told(var view) -> view;
            case AskWhatIf.Outcome.UnknownJurisdiction(var jurisdiction) ->
                throw ProblemException.unprocessable("jurisdiction.unknown", "No rules are known for " + jurisdiction)
                        .field("/jurisdiction", "jurisdiction.unknown", "No rules are known for it.");
            case AskWhatIf.Outcome.WrongYear(var index) ->
                throw ProblemException.unprocessable(
                                "calendar.year-wrong", "A school year ends after it begins, within 400 days.")
                        .field("/calendar/" + index, "calendar.year-wrong", "Its days are out of order or too many.");
        };
    }
}
