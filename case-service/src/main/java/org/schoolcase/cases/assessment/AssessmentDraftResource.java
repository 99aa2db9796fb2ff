package org.schoolcase.cases.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Filling in a draft and making it final, over HTTP. */
@Path("/v1/cases/{caseId}/assessments/{assessmentId}")
@Tag(name = "Assessments")
@RunOnVirtualThread
public class AssessmentDraftResource {

    private final ChangeAssessment changeAssessment;
    private final CompleteAssessment completeAssessment;

    AssessmentDraftResource(ChangeAssessment changeAssessment, CompleteAssessment completeAssessment) {
        this.changeAssessment = changeAssessment;
        this.completeAssessment = completeAssessment;
    }

    @PUT
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.TEACHER})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(name = "adaptive scale", value = AssessmentRequests.Change.EXAMPLE)))
    @Operation(operationId = "changeAssessment", summary = "Replace the content of a draft")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "404", description = "No such assessment in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description =
                    "Final (assessment.final), the case is closed (case.closed), or no consent was in force on that "
                            + "day (consent.missing)")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(responseCode = "422", description = "As for starting one")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<AssessmentView> change(
            @PathParam("caseId") UUID caseId,
            @PathParam("assessmentId") UUID assessmentId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull AssessmentRequests.Change body) {
        return changed(changeAssessment.whole(caseId, assessmentId, body, ifMatch));
    }

    @PUT
    @Path("/sections/{section}")
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.TEACHER})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "section", value = AssessmentRequests.Section.EXAMPLE)))
    @Operation(
            operationId = "saveAssessmentSection",
            summary = "Save the answers of one section of a draft; the other sections stay as they are")
    @APIResponse(responseCode = "200", description = "Saved")
    @APIResponse(responseCode = "404", description = "No such assessment or section (not-found)")
    @APIResponse(responseCode = "409", description = "As for changing one")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "Answers break the schema or are of another section (assessment.answers-invalid)")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<AssessmentView> saveSection(
            @PathParam("caseId") UUID caseId,
            @PathParam("assessmentId") UUID assessmentId,
            @PathParam("section") @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}") String section,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull AssessmentRequests.Section body) {
        return changed(changeAssessment.section(caseId, assessmentId, section, body, ifMatch));
    }

    @DELETE
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.TEACHER})
    @Operation(operationId = "discardAssessment", summary = "Throw a draft away; a final one stays")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "No such assessment in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "Final (assessment.final), or the case is closed (case.closed)")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public void discard(
            @PathParam("caseId") UUID caseId,
            @PathParam("assessmentId") UUID assessmentId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch) {
        switch (changeAssessment.discard(caseId, assessmentId, ifMatch)) {
            case ChangeAssessment.Outcome.Discarded(), ChangeAssessment.Outcome.Changed(var _, var _) -> {}
            case ChangeAssessment.Outcome.Unknown() -> throw ProblemException.notFound();
            case ChangeAssessment.Outcome.Refused(var refusal) -> throw refusal.problem();
        }
    }

    @POST
    @Path("/completion")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.TEACHER})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(name = "completion", value = AssessmentRequests.Completion.EXAMPLE)))
    @Operation(
            operationId = "completeAssessment",
            summary = "Make a draft final: from now on it never changes, and one that it corrects is superseded")
    @APIResponse(responseCode = "201", description = "Final")
    @APIResponse(responseCode = "404", description = "No such assessment in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "As for changing one")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "As for starting one, now of whole answers; or no credential that holds on that day "
                    + "(assessment.credential-missing, assessment.credential-expired, 34 CFR 300.304(c)(1)(iv))")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<AssessmentView> complete(
            @PathParam("caseId") UUID caseId,
            @PathParam("assessmentId") UUID assessmentId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull AssessmentRequests.Completion body) {
        return switch (completeAssessment.handle(caseId, assessmentId, body.completedOn(), ifMatch)) {
            case CompleteAssessment.Outcome.Completed(var done, var definition) ->
                Answers.created(
                        "/v1/cases/%s/assessments/%s".formatted(caseId, assessmentId),
                        AssessmentView.of(done, definition),
                        done.version());
            case CompleteAssessment.Outcome.Unknown() -> throw ProblemException.notFound();
            case CompleteAssessment.Outcome.Refused(var refusal) -> throw refusal.problem();
        };
    }

    private static RestResponse<AssessmentView> changed(ChangeAssessment.Outcome outcome) {
        return switch (outcome) {
            case ChangeAssessment.Outcome.Changed(var draft, var definition) ->
                Answers.ok(AssessmentView.of(draft, definition), draft.version());
            case ChangeAssessment.Outcome.Discarded(), ChangeAssessment.Outcome.Unknown() ->
                throw ProblemException.notFound();
            case ChangeAssessment.Outcome.Refused(var refusal) -> throw refusal.problem();
        };
    }
}
