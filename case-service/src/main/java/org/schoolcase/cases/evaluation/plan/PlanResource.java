package org.schoolcase.cases.evaluation.plan;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.security.Role;

/** The plan of an evaluation and its results over HTTP. */
@Path("/v1/cases/{caseId}/evaluations/{evaluationId}")
@Tag(name = "Evaluation")
@RunOnVirtualThread
public class PlanResource {

    private final PlanEvaluation planEvaluation;
    private final RecordAreaResult recordAreaResult;

    PlanResource(PlanEvaluation planEvaluation, RecordAreaResult recordAreaResult) {
        this.planEvaluation = planEvaluation;
        this.recordAreaResult = recordAreaResult;
    }

    @PUT
    @Path("/plan")
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "plan", value = PlanRequest.EXAMPLE)))
    @Operation(
            operationId = "planEvaluation",
            summary = "Plan an evaluation by area, with instruments, assessors and languages; or change its plan")
    @APIResponse(responseCode = "200", description = "Planned; ETag is the evaluation's version")
    @APIResponse(responseCode = "404", description = "No such evaluation in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "case.closed, evaluation.none-under-way, consent.missing, consent.used (34 CFR 300.300), "
                    + "evaluation.reported, evaluation.not-current")
    @APIResponse(responseCode = "412", description = "Changed meanwhile, with the fields that differ (version.stale)")
    @APIResponse(
            responseCode = "422",
            description = "evaluation.area-twice, evaluation.single-measure (34 CFR 300.304(b)), "
                    + "evaluation.area-has-result, dates.out-of-order")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<Evaluation> plan(
            @PathParam("caseId") UUID caseId,
            @PathParam("evaluationId") UUID evaluationId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull PlanRequest body) {
        var evaluation = planEvaluation.handle(caseId, evaluationId, body, ifMatch);
        return Answers.ok(evaluation, evaluation.version());
    }

    @POST
    @Path("/area-results")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SERVICE_PROVIDER, Role.TEACHER})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "result of an area", value = AreaResultRequest.EXAMPLE)))
    @Operation(
            operationId = "recordAreaResult",
            summary = "Record the result of one area of the plan; its assessor may for his own")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such evaluation in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "case.closed, evaluation.none-under-way, consent.missing, consent.used (34 CFR 300.300), "
                    + "evaluation.reported, evaluation.not-planned, evaluation.areas-complete, evaluation.not-current")
    @APIResponse(
            responseCode = "422",
            description =
                    "evaluation.area-not-planned, evaluation.area-has-result, evaluation.area-of-another, dates.out-of-order "
                            + "(before the consent)")
    public RestResponse<Evaluation> result(
            @PathParam("caseId") UUID caseId,
            @PathParam("evaluationId") UUID evaluationId,
            @Valid @NotNull AreaResultRequest body) {
        var evaluation = recordAreaResult.handle(caseId, evaluationId, body);
        return Answers.created(
                "/v1/cases/%s/evaluations/%s".formatted(caseId, evaluationId), evaluation, evaluation.version());
    }
}
