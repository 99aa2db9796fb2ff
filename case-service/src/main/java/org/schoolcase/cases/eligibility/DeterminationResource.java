package org.schoolcase.cases.eligibility;

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
import org.schoolcase.cases.eligibility.rule.DeterminationRequest;
import org.schoolcase.cases.evaluation.Casework;
import org.schoolcase.cases.evaluation.CopyRequest;
import org.schoolcase.cases.evaluation.ParentCopy;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Determinations of eligibility over HTTP. */
@Path("/v1/cases/{caseId}/eligibility-determinations")
@Tag(name = "Eligibility")
@RunOnVirtualThread
public class DeterminationResource {

    private static final String RULES =
            "team-incomplete, member-unnamed, dissent-without-words, single-source, category-missing, "
                    + "category-twice, no-need, exclusionary-factor (34 CFR 300.306(b)), age-outside, birth-date-unknown, "
                    + "learning-disability-... (34 CFR 300.307-311), category-without-eligibility, each with the prefix eligibility; "
                    + "parent.without-rights, dates.out-of-order";

    private final DetermineEligibility determineEligibility;
    private final CorrectEligibility correctEligibility;
    private final GiveDetermination giveDetermination;
    private final Determinations determinations;
    private final Casework casework;

    DeterminationResource(
            DetermineEligibility determineEligibility,
            CorrectEligibility correctEligibility,
            GiveDetermination giveDetermination,
            Determinations determinations,
            Casework casework) {
        this.determineEligibility = determineEligibility;
        this.correctEligibility = correctEligibility;
        this.giveDetermination = giveDetermination;
        this.determinations = determinations;
        this.casework = casework;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "eligible", value = DeterminationRequest.EXAMPLE)))
    @Operation(
            operationId = "determineEligibility",
            summary =
                    "Record the group's decision on eligibility; found eligible, the clock of the first IEP meeting starts")
    @APIResponse(responseCode = "201", description = "Recorded, with the reporting code of the category")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "case.closed, evaluation.none-under-way, consent.missing, consent.used (34 CFR 300.300), "
                    + "eligibility.not-reported, independent-evaluation.not-considered (34 CFR 300.502(c)(1))")
    @APIResponse(responseCode = "422", description = RULES)
    public RestResponse<Determination> determine(
            @PathParam("caseId") UUID caseId, @Valid @NotNull DeterminationRequest body) {
        return created(caseId, determineEligibility.handle(caseId, body));
    }

    @POST
    @Path("/{determinationId}/correction")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "correction", value = EligibilityCorrection.EXAMPLE)))
    @Operation(
            operationId = "correctEligibility",
            summary = "Put another determination in the place of one that was recorded wrongly; both stay readable")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such determination in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description =
                    "case.closed, evaluation.under-way, eligibility.not-determined, eligibility.ended, eligibility.superseded")
    @APIResponse(responseCode = "422", description = RULES)
    public RestResponse<Determination> correct(
            @PathParam("caseId") UUID caseId,
            @PathParam("determinationId") UUID determinationId,
            @Valid @NotNull EligibilityCorrection body) {
        return created(caseId, correctEligibility.handle(caseId, determinationId, body));
    }

    @POST
    @Path("/{determinationId}/copies")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "copy for the mother", value = CopyRequest.EXAMPLE)))
    @Operation(
            operationId = "giveDetermination",
            summary = "Record that a parent was given the documentation of the determination, at no cost")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such determination in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "case.closed, eligibility.not-determined")
    @APIResponse(responseCode = "422", description = "parent.without-rights, dates.out-of-order")
    public RestResponse<ParentCopy> give(
            @PathParam("caseId") UUID caseId,
            @PathParam("determinationId") UUID determinationId,
            @Valid @NotNull CopyRequest body) {
        var copy = giveDetermination.handle(caseId, determinationId, body);
        return Answers.created(
                "/v1/cases/%s/eligibility-determinations/%s".formatted(caseId, determinationId), copy, 0);
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(operationId = "listEligibilityDeterminations", summary = "Determinations of a case, newest first")
    @APIResponse(responseCode = "200", description = "All of them, corrected ones too")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<DeterminationLine> list(@PathParam("caseId") UUID caseId) {
        casework.showWithFamily(caseId, "eligibility.list");
        return new Page<>(determinations.ofCase(caseId), null);
    }

    @GET
    @Path("/{determinationId}")
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(operationId = "getEligibilityDetermination", summary = "One determination with its group and copies")
    @APIResponse(responseCode = "200", description = "The determination")
    @APIResponse(responseCode = "404", description = "No such determination in the caller's reach (not-found)")
    public Determination get(@PathParam("caseId") UUID caseId, @PathParam("determinationId") UUID determinationId) {
        var family = casework.showWithFamily(caseId, "eligibility.read").family();
        return determinations
                .find(caseId, determinationId)
                .map(it -> family.map(it::forFamily).orElse(it))
                .orElseThrow(ProblemException::notFound);
    }

    private static RestResponse<Determination> created(UUID caseId, Determination determination) {
        var location = "/v1/cases/%s/eligibility-determinations/%s".formatted(caseId, determination.id());
        return Answers.created(location, determination, 0);
    }
}
