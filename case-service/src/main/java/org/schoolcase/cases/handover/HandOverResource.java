package org.schoolcase.cases.handover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Handing over one case, over HTTP. */
@Path("/v1/cases/{caseId}")
@Tag(name = "Hand-overs")
@RunOnVirtualThread
public class HandOverResource {

    private final HandOverOneCase handOverOneCase;
    private final ShowHandOvers showHandOvers;

    HandOverResource(HandOverOneCase handOverOneCase, ShowHandOvers showHandOvers) {
        this.handOverOneCase = handOverOneCase;
        this.showHandOvers = showHandOvers;
    }

    @GET
    @Path("/hand-over")
    @Transactional
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @Operation(
            operationId = "previewHandOver",
            summary = "Every open duty that a hand-over of the case would move, with the fingerprint to ask for it")
    @APIResponse(responseCode = "200", description = "Tasks, running deadlines, meetings, unanswered requests, drafts")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public HandOverPreview preview(
            @PathParam("caseId") UUID caseId,
            @Parameter(description = "Whose duties; the case manager's when left out")
                    @QueryParam("fromStaffId")
                    @Nullable
                    UUID fromStaffId) {
        return showHandOvers.preview(caseId, fromStaffId);
    }

    @POST
    @Path("/hand-over")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "leave", value = HandOverRequest.EXAMPLE)))
    @Operation(
            operationId = "handOverCase",
            summary = "Put one person in the place of another today, with every open duty, or refuse")
    @APIResponse(responseCode = "201", description = "Handed over; all that moved is listed")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed), the person has no place and no duty in it "
                    + "(hand-over.not-on-team), the duties changed since the preview (hand-over.changed), "
                    + "or a duty would stay behind (hand-over.would-drop)")
    @APIResponse(
            responseCode = "422",
            description = "The district does not know the new person (team.staff-unknown), he has no relation to the "
                    + "student (team.staff-without-relation), or he is the old one (hand-over.same-person)")
    public RestResponse<HandOverView> handOver(@PathParam("caseId") UUID caseId, @Valid @NotNull HandOverRequest body) {
        var done = HandOverProblems.done(handOverOneCase.handle(caseId, body)).getFirst();
        return Answers.created("/v1/cases/%s/hand-overs".formatted(caseId), done, 0);
    }

    @GET
    @Path("/hand-overs")
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "listHandOvers", summary = "Hand-overs of a case with what moved; the newest 50")
    @APIResponse(responseCode = "200", description = "The hand-overs")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<HandOverView> list(@PathParam("caseId") UUID caseId) {
        return new Page<>(showHandOvers.ofCase(caseId), null);
    }
}
