package org.schoolcase.cases.evaluation.review;

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
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.cases.evaluation.EvaluationLine;
import org.schoolcase.cases.evaluation.Evaluations;
import org.schoolcase.cases.evaluation.Review;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Evaluations of a case over HTTP, and the review of existing data that begins one. */
@Path("/v1/cases/{caseId}/evaluations")
@Tag(name = "Evaluation")
@RunOnVirtualThread
public class EvaluationResource {

    static final String EXAMPLE = """
            {"reviewedOn": "2026-09-10", "moreDataNeeded": true,
             "sources": [{"kind": "PARENT_INFORMATION", "summary": "Late first words; reads little at home."},
                         {"kind": "STATE_ASSESSMENT", "summary": "Reading at the 8th percentile in spring."}],
             "reviewers": ["0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b77"],
             "questions": "Present reading skills, cognition, and speech in both languages."}""";

    private final BeginEvaluation beginEvaluation;
    private final Evaluations evaluations;
    private final Casework casework;

    EvaluationResource(BeginEvaluation beginEvaluation, Evaluations evaluations, Casework casework) {
        this.beginEvaluation = beginEvaluation;
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
                            examples = @ExampleObject(name = "review of existing data", value = EXAMPLE)))
    @Operation(
            operationId = "beginEvaluation",
            summary =
                    "Record the review of existing data; an evaluation, or a reevaluation of an eligible student, begins")
    @APIResponse(responseCode = "201", description = "Begun")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed), or an evaluation is under way (evaluation.under-way)")
    @APIResponse(
            responseCode = "422",
            description = "Without what is needed (evaluation.needed-data-missing) or what the parent was told "
                    + "(evaluation.no-data-notice-missing); by nobody with rights (parent.without-rights); within a year of "
                    + "the last evaluation without an agreement (reevaluation.within-a-year); dates.out-of-order")
    public RestResponse<Evaluation> begin(@PathParam("caseId") UUID caseId, @Valid @NotNull Review body) {
        var evaluation = beginEvaluation.handle(caseId, body);
        return Answers.created(
                "/v1/cases/%s/evaluations/%s".formatted(caseId, evaluation.id()), evaluation, evaluation.version());
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
            operationId = "listEvaluations",
            summary = "Evaluations of a case, newest first; families see those that have their report")
    @APIResponse(responseCode = "200", description = "All of them, with the dates of their steps")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<EvaluationLine> list(@PathParam("caseId") UUID caseId) {
        var shown = casework.showWithFamily(caseId, "evaluation.list");
        var found = evaluations.ofCase(caseId).stream()
                .filter(line -> shown.family().isEmpty() || line.reportedOn() != null)
                .toList();
        return new Page<>(found, null);
    }

    @GET
    @Path("/{evaluationId}")
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
            operationId = "getEvaluation",
            summary =
                    "One evaluation: review, plan by area with results, report, copies; families see it once it has its report")
    @APIResponse(responseCode = "200", description = "The evaluation; ETag is its version")
    @APIResponse(responseCode = "404", description = "No such evaluation in the caller's reach (not-found)")
    public RestResponse<Evaluation> get(
            @PathParam("caseId") UUID caseId, @PathParam("evaluationId") UUID evaluationId) {
        var family = casework.showWithFamily(caseId, "evaluation.read").family();
        var evaluation = evaluations
                .find(caseId, evaluationId)
                .filter(it -> family.isEmpty() || it.isReported())
                .map(it -> family.map(it::forFamily).orElse(it))
                .orElseThrow(ProblemException::notFound);
        return Answers.ok(evaluation, evaluation.version());
    }
}
