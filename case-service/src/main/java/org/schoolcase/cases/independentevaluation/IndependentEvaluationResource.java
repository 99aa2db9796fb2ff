package org.schoolcase.cases.independentevaluation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
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
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Independent evaluations over HTTP. */
@Path("/v1/cases/{caseId}/independent-evaluations")
@Tag(name = "Independent evaluation")
@RunOnVirtualThread
public class IndependentEvaluationResource {

    private final RequestIndependentEvaluation request;
    private final FollowIndependentEvaluation follow;
    private final IndependentEvaluations evaluations;
    private final Casework casework;

    IndependentEvaluationResource(
            RequestIndependentEvaluation request,
            FollowIndependentEvaluation follow,
            IndependentEvaluations evaluations,
            Casework casework) {
        this.request = request;
        this.follow = follow;
        this.evaluations = evaluations;
        this.casework = casework;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "request", value = Requests.Request.EXAMPLE)))
    @Operation(
            operationId = "requestIndependentEvaluation",
            summary = "Record that a parent asks for an independent evaluation, or tells of one at his own expense")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; at public expense a duty without a number of days begins")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "case.closed, evaluation.not-reported")
    @APIResponse(
            responseCode = "422",
            description = "independent-evaluation.second-at-public-expense (34 CFR 300.502(b)(5)), "
                    + "independent-evaluation.no-report, parent.without-rights, dates.out-of-order")
    public RestResponse<IndependentEvaluation> request(
            @PathParam("caseId") UUID caseId, @Valid @NotNull Requests.Request body) {
        return created(request.handle(caseId, body));
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(operationId = "listIndependentEvaluations", summary = "Independent evaluations of a case, newest first")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<IndependentEvaluation> list(@PathParam("caseId") UUID caseId) {
        casework.show(caseId, "independent-evaluation.list");
        return new Page<>(evaluations.ofCase(caseId), null);
    }

    @POST
    @Path("/{independentEvaluationId}/answer")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "answer", value = Requests.AgencyAnswer.EXAMPLE)))
    @Operation(
            operationId = "answerIndependentEvaluation",
            summary =
                    "Record that the agency provides the independent evaluation, or filed for a hearing; without unnecessary delay, law has no number")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such independent evaluation in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "case.closed, independent-evaluation.none-waiting, independent-evaluation.answered")
    @APIResponse(responseCode = "422", description = "dates.out-of-order")
    public RestResponse<IndependentEvaluation> answer(
            @PathParam("caseId") UUID caseId,
            @PathParam("independentEvaluationId") UUID id,
            @Valid @NotNull Requests.AgencyAnswer body) {
        return created(follow.answer(caseId, id, body));
    }

    @POST
    @Path("/{independentEvaluationId}/results")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "receive", value = Requests.Results.EXAMPLE)))
    @Operation(
            operationId = "receiveIndependentEvaluation",
            summary = "Record that the results of an independent evaluation have come in")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such independent evaluation in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "case.closed, independent-evaluation.none-expected, independent-evaluation.received")
    @APIResponse(responseCode = "422", description = "dates.out-of-order")
    public RestResponse<IndependentEvaluation> receive(
            @PathParam("caseId") UUID caseId,
            @PathParam("independentEvaluationId") UUID id,
            @Valid @NotNull Requests.Results body) {
        return created(follow.receive(caseId, id, body));
    }

    @POST
    @Path("/{independentEvaluationId}/consideration")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "consider", value = Requests.Consideration.EXAMPLE)))
    @Operation(
            operationId = "considerIndependentEvaluation",
            summary = "Record how the results of an independent evaluation were considered")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such independent evaluation in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "case.closed, independent-evaluation.none-received, independent-evaluation.not-waiting")
    @APIResponse(responseCode = "422", description = "dates.out-of-order")
    public RestResponse<IndependentEvaluation> consider(
            @PathParam("caseId") UUID caseId,
            @PathParam("independentEvaluationId") UUID id,
            @Valid @NotNull Requests.Consideration body) {
        return created(follow.consider(caseId, id, body));
    }

    private static RestResponse<IndependentEvaluation> created(IndependentEvaluation evaluation) {
        var location = "/v1/cases/%s/independent-evaluations".formatted(evaluation.caseId());
        return Answers.created(location, evaluation, evaluation.version());
    }
}
