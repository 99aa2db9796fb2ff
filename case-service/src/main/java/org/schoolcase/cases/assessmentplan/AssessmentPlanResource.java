package org.schoolcase.cases.assessmentplan;

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
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Proposed assessment plans of a case over HTTP. */
@Path("/v1/cases/{caseId}/assessment-plans")
@Tag(name = "Notices")
@RunOnVirtualThread
public class AssessmentPlanResource {

    private final GiveAssessmentPlan giveAssessmentPlan;
    private final CaseAccess access;
    private final AssessmentPlans plans;
    private final Audit audit;

    AssessmentPlanResource(
            GiveAssessmentPlan giveAssessmentPlan, CaseAccess access, AssessmentPlans plans, Audit audit) {
        this.giveAssessmentPlan = giveAssessmentPlan;
        this.access = access;
        this.plans = plans;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "by mail", value = AssessmentPlanRequest.EXAMPLE)))
    @Operation(
            operationId = "giveAssessmentPlan",
            summary =
                    "Record the proposed assessment plan as the parent received it; the time to answer counts from then")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the State's clock of the plan ends, that of the answer starts where law has one")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed); the referral is undecided or not for evaluation"
                    + " (referral.undecided, referral.not-for-evaluation); the safeguards notice comes first"
                    + " (assessment-plan.safeguards-missing); consent is in force (consent.already-in-force)")
    @APIResponse(
            responseCode = "422",
            description = "A recipient held no rights on that day (assessment-plan.recipient-without-rights); not in a"
                    + " recipient's language and not explained (assessment-plan.language-unexplained); dates out of"
                    + " order (assessment-plan.dates-out-of-order)")
    public RestResponse<AssessmentPlan> give(
            @PathParam("caseId") UUID caseId, @Valid @NotNull AssessmentPlanRequest body) {
        var plan = giveAssessmentPlan.handle(caseId, body);
        return Answers.created("/v1/cases/%s/assessment-plans/%s".formatted(caseId, plan.id()), plan, 0);
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
    @Operation(operationId = "listAssessmentPlans", summary = "Assessment plans given in a case, newest first")
    @APIResponse(responseCode = "200", description = "All of them")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<AssessmentPlan> list(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        audit.showed(AuditEntry.of("assessment-plan.list", "case", caseId).student(file.studentId()));
        return new Page<>(plans.ofCase(caseId), null);
    }
}
