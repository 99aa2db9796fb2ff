package org.schoolcase.cases.reevaluation;

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
import org.schoolcase.cases.casedeadline.CaseClocks;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.EarliestReevaluation;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.security.Role;

/** Reevaluations of a student over HTTP. */
@Path("/v1/cases/{caseId}")
@Tag(name = "Reevaluation")
@RunOnVirtualThread
public class ReevaluationResource {

    private final RequestReevaluation requestReevaluation;
    private final WaiveReevaluation waiveReevaluation;
    private final Reevaluations reevaluations;
    private final EarliestReevaluation earliest;
    private final CaseClocks clocks;
    private final Casework casework;

    ReevaluationResource(
            RequestReevaluation requestReevaluation,
            WaiveReevaluation waiveReevaluation,
            Reevaluations reevaluations,
            EarliestReevaluation earliest,
            CaseClocks clocks,
            Casework casework) {
        this.requestReevaluation = requestReevaluation;
        this.waiveReevaluation = waiveReevaluation;
        this.reevaluations = reevaluations;
        this.earliest = earliest;
        this.clocks = clocks;
        this.casework = casework;
    }

    @GET
    @Path("/reevaluation")
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(
            operationId = "getReevaluation",
            summary =
                    "When the student is to be evaluated again at the earliest and the latest; requests and agreements")
    @APIResponse(responseCode = "200", description = "Dates with their citations; absent where nothing runs")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Reevaluation get(@PathParam("caseId") UUID caseId) {
        casework.show(caseId, "reevaluation.read");
        var first = earliest.of(caseId);
        return new Reevaluation(
                first.map(EarliestReevaluation.Earliest::on).orElse(null),
                first.map(EarliestReevaluation.Earliest::citation).orElse(null),
                clocks.running(caseId, Step.REEVALUATION).orElse(null),
                reevaluations.requests(caseId),
                reevaluations.waivers(caseId));
    }

    @POST
    @Path("/reevaluation-requests")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "by a parent", value = ReevaluationRequest.EXAMPLE)))
    @Operation(operationId = "requestReevaluation", summary = "Record that a reevaluation was asked for")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "case.closed, eligibility.not-in-force, evaluation.under-way")
    @APIResponse(responseCode = "422", description = "parent.without-rights, dates.out-of-order")
    public RestResponse<Reevaluation.Request> request(
            @PathParam("caseId") UUID caseId, @Valid @NotNull ReevaluationRequest body) {
        return Answers.created(
                "/v1/cases/%s/reevaluation".formatted(caseId), requestReevaluation.handle(caseId, body), 0);
    }

    @POST
    @Path("/reevaluation-waivers")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "agreement", value = WaiverRequest.EXAMPLE)))
    @Operation(
            operationId = "waiveReevaluation",
            summary =
                    "Record the written agreement of parent and agency that the three-year reevaluation is unnecessary")
    @APIResponse(responseCode = "201", description = "Recorded; the clock ends, and the next counts from the agreement")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "case.closed, eligibility.not-in-force, evaluation.under-way")
    @APIResponse(responseCode = "422", description = "parent.without-rights, dates.out-of-order")
    public RestResponse<Reevaluation.Waiver> waive(
            @PathParam("caseId") UUID caseId, @Valid @NotNull WaiverRequest body) {
        return Answers.created(
                "/v1/cases/%s/reevaluation".formatted(caseId), waiveReevaluation.handle(caseId, body), 0);
    }
}
