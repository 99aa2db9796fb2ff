package org.schoolcase.cases.handover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
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
import org.schoolcase.kit.security.Role;

/** Handing over many cases of one person, over HTTP. */
@Path("/v1/caseload/hand-overs")
@Tag(name = "Hand-overs")
@RunOnVirtualThread
public class CaseloadHandOverResource {

    /** All that was handed over. */
    public record HandOvers(List<HandOverView> handOvers) {}

    private final HandOverCaseload handOverCaseload;
    private final PreviewHandOver preview;

    CaseloadHandOverResource(HandOverCaseload handOverCaseload, PreviewHandOver preview) {
        this.handOverCaseload = handOverCaseload;
        this.preview = preview;
    }

    @GET
    @Transactional
    @RolesAllowed({Role.COORDINATOR, Role.DISTRICT_ADMIN})
    @Operation(
            operationId = "previewCaseloadHandOver",
            summary = "Every open case of a person with every open duty in it; at most 200 cases")
    @APIResponse(responseCode = "200", description = "What a hand-over of all would move, with the fingerprint")
    @APIResponse(responseCode = "400", description = "Without fromStaffId (input.invalid)")
    public HandOverPreview preview(@QueryParam("fromStaffId") @NotNull UUID fromStaffId) {
        return preview.ofCaseload(fromStaffId);
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.COORDINATOR, Role.DISTRICT_ADMIN})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "leaver", value = CaseloadHandOverRequest.EXAMPLE)))
    @Operation(
            operationId = "handOverCaseload",
            summary =
                    "Put one person in the place of another in many or all of his cases today, together or not at all")
    @APIResponse(responseCode = "201", description = "Handed over; all that moved is listed by case")
    @APIResponse(responseCode = "404", description = "A case is not open, or there is none (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The person has no place and no duty in a case (hand-over.not-on-team), the duties changed "
                    + "since the preview (hand-over.changed), or a duty would stay behind (hand-over.would-drop)")
    @APIResponse(
            responseCode = "422",
            description = "The district does not know the new person (team.staff-unknown), he has no relation to a "
                    + "student (team.staff-without-relation), he is the old one (hand-over.same-person), "
                    + "or more than 200 cases (hand-over.too-many)")
    public RestResponse<HandOvers> handOver(@Valid @NotNull CaseloadHandOverRequest body) {
        var done = HandOverProblems.done(handOverCaseload.handle(body));
        return Answers.created("/v1/caseload/hand-overs", new HandOvers(done), 0);
    }
}
