package org.schoolcase.cases.assessment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Assessments of a case over HTTP. */
@Path("/v1/cases/{caseId}/assessments")
@Tag(name = "Assessments")
@RunOnVirtualThread
public class AssessmentResource {

    private final StartAssessment startAssessment;
    private final ReadAssessments readAssessments;

    AssessmentResource(StartAssessment startAssessment, ReadAssessments readAssessments) {
        this.startAssessment = startAssessment;
        this.readAssessments = readAssessments;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.TEACHER})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "interview", value = AssessmentRequests.Start.EXAMPLE)))
    @Operation(
            operationId = "startAssessment",
            summary =
                    "File an assessment, screening, interview or observation as a draft, or the correction of a final one")
    @APIResponse(responseCode = "201", description = "A draft")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed), no consent was in force on that day "
                    + "(consent.missing, consent.used, 34 CFR 300.300), or it has a correction (assessment.superseded)")
    @APIResponse(
            responseCode = "422",
            description =
                    "Answers break the schema, each with its pointer (assessment.answers-invalid), scores disagree "
                            + "(assessment.scores-inconsistent), protected topics without consent or notice "
                            + "(assessment.pupil-rights-missing), dates (assessment.dates-out-of-order), or the instrument or what it "
                            + "corrects does not fit (assessment.instrument-unknown, assessment.kind-mismatch, "
                            + "assessment.not-correctable), or an assessor files another's (assessment.not-own)")
    public RestResponse<AssessmentView> start(
            @PathParam("caseId") UUID caseId, @Valid @NotNull AssessmentRequests.Start body) {
        return switch (startAssessment.handle(caseId, body)) {
            case StartAssessment.Outcome.Started(var draft, var instrument) ->
                Answers.created(
                        "/v1/cases/%s/assessments/%s".formatted(caseId, draft.id()),
                        AssessmentView.of(draft, instrument.definition()),
                        draft.version());
            case StartAssessment.Outcome.Refused(var refusal) -> throw refusal.problem();
        };
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.TEACHER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(
            operationId = "listAssessments",
            summary =
                    "Assessments of a case, newest first, without answers; families see the final ones, members of the team those and their own")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<AssessmentLine> list(
            @PathParam("caseId") UUID caseId,
            @QueryParam("kind") @Nullable InstrumentKind kind,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        return readAssessments.page(caseId, kind, limit, cursor);
    }

    @GET
    @Path("/{assessmentId}")
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.TEACHER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(
            operationId = "getAssessment",
            summary =
                    "One assessment with answers and scores; families see final ones, of a protected test its results")
    @APIResponse(responseCode = "200", description = "The assessment; ETag is its version")
    @APIResponse(responseCode = "404", description = "No such assessment in the caller's reach (not-found)")
    public RestResponse<AssessmentView> get(
            @PathParam("caseId") UUID caseId, @PathParam("assessmentId") UUID assessmentId) {
        return readAssessments
                .one(caseId, assessmentId)
                .map(shown -> Answers.ok(shown.view(), shown.version()))
                .orElseThrow(ProblemException::notFound);
    }
}
