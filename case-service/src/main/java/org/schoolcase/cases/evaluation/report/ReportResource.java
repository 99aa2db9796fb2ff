package org.schoolcase.cases.evaluation.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.schoolcase.cases.evaluation.CopyRequest;
import org.schoolcase.cases.evaluation.Evaluation;
import org.schoolcase.cases.evaluation.ParentCopy;
import org.schoolcase.cases.evaluation.Report;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.security.Role;

/** The report of an evaluation over HTTP. */
@Path("/v1/cases/{caseId}/evaluations/{evaluationId}/report")
@Tag(name = "Evaluation")
@RunOnVirtualThread
public class ReportResource {

    static final String EXAMPLE = """
            {"reportedOn": "2026-11-13", "authors": ["0199e3a4-5d5e-7c52-b4ad-5a3f7f6f2b77"],
             "sections": [{"heading": "Reason for evaluation", "text": "Reading far below grade level."},
                          {"heading": "Findings", "text": "A specific weakness in phonological processing."}],
             "dissents": []}""";

    private final ReportEvaluation reportEvaluation;
    private final GiveReport giveReport;

    ReportResource(ReportEvaluation reportEvaluation, GiveReport giveReport) {
        this.reportEvaluation = reportEvaluation;
        this.giveReport = giveReport;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "report", value = EXAMPLE)))
    @Operation(
            operationId = "reportEvaluation",
            summary = "Record the report of an evaluation; clocks that wait for it end")
    @APIResponse(responseCode = "201", description = "Reported")
    @APIResponse(responseCode = "404", description = "No such evaluation in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "case.closed, evaluation.none-under-way, consent.missing, consent.used (34 CFR 300.300), "
                    + "evaluation.reported, evaluation.not-planned, evaluation.area-without-result (34 CFR 300.304(c)(4)), "
                    + "evaluation.not-current")
    @APIResponse(responseCode = "422", description = "Before a result or after today (dates.out-of-order)")
    public RestResponse<Evaluation> report(
            @PathParam("caseId") UUID caseId,
            @PathParam("evaluationId") UUID evaluationId,
            @Valid @NotNull Report body) {
        var evaluation = reportEvaluation.handle(caseId, evaluationId, body);
        return Answers.created(
                "/v1/cases/%s/evaluations/%s".formatted(caseId, evaluationId), evaluation, evaluation.version());
    }

    @POST
    @Path("/copies")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "copy for the mother", value = CopyRequest.EXAMPLE)))
    @Operation(
            operationId = "giveEvaluationReport",
            summary = "Record that a parent was given the evaluation report, at no cost")
    @APIResponse(responseCode = "201", description = "Recorded; the duty to give it ends")
    @APIResponse(responseCode = "404", description = "No such evaluation in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "case.closed, evaluation.not-reported")
    @APIResponse(responseCode = "422", description = "parent.without-rights, dates.out-of-order")
    public RestResponse<ParentCopy> give(
            @PathParam("caseId") UUID caseId,
            @PathParam("evaluationId") UUID evaluationId,
            @Valid @NotNull CopyRequest body) {
        var copy = giveReport.handle(caseId, evaluationId, body);
        return Answers.created("/v1/cases/%s/evaluations/%s".formatted(caseId, evaluationId), copy, 0);
    }
}
