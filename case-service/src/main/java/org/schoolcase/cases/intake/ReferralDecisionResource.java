package org.schoolcase.cases.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
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
import org.schoolcase.cases.intake.DecideReferral.Outcome.Decided;
import org.schoolcase.cases.intake.DecideReferral.Outcome.MeetingOutOfOrder;
import org.schoolcase.cases.intake.DecideReferral.Outcome.NoStaffId;
import org.schoolcase.cases.intake.DecideReferral.Outcome.NothingToSupersede;
import org.schoolcase.cases.intake.DecideReferral.Outcome.OutOfOrder;
import org.schoolcase.cases.intake.DecideReferral.Outcome.ReasonToSupersedeMissing;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Decisions about a case's referral over HTTP. */
@Path("/v1/cases/{caseId}/referral-decision")
@Tag(name = "Intake")
@RunOnVirtualThread
public class ReferralDecisionResource {

    private final DecideReferral decideReferral;
    private final CaseAccess access;
    private final ReferralDecisions decisions;
    private final Audit audit;

    ReferralDecisionResource(
            DecideReferral decideReferral, CaseAccess access, ReferralDecisions decisions, Audit audit) {
        this.decideReferral = decideReferral;
        this.access = access;
        this.decisions = decisions;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "to evaluate", value = ReferralDecisionRequest.EXAMPLE)))
    @Operation(
            operationId = "decideReferral",
            summary = "Decide a referral: evaluate, support or refuse; prior written notice is owed from then on")
    @APIResponse(responseCode = "201", description = "Decided; the clock of the answer to the referral ends")
    @APIResponse(responseCode = "403", description = "Neither body nor token names who decided (staff-id.missing)")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "The case is closed (case.closed)")
    @APIResponse(
            responseCode = "422",
            description =
                    "A decision is in force and no reason given to supersede it (referral.supersedes-reason-missing),"
                            + " or none is (referral.nothing-to-supersede); dates out of order (referral.decision-out-of-order)")
    public RestResponse<ReferralDecision> decide(
            @PathParam("caseId") UUID caseId, @Valid @NotNull ReferralDecisionRequest body) {
        return switch (decideReferral.handle(caseId, body)) {
            case Decided(var made) -> Answers.created("/v1/cases/%s/referral-decision".formatted(caseId), made, 0);
            case OutOfOrder(var earliest, var latest) -> throw outOfOrder("/decidedOn", earliest, latest);
            case MeetingOutOfOrder(var earliest, var latest) -> throw outOfOrder("/meetingOn", earliest, latest);
            case ReasonToSupersedeMissing() ->
                throw ProblemException.unprocessable(
                                "referral.supersedes-reason-missing",
                                "A decision is in force; a newer one says why it takes its place.")
                        .field("/supersedesReason", "missing", "Needed while a decision is in force.");
            case NothingToSupersede() ->
                throw ProblemException.unprocessable(
                                "referral.nothing-to-supersede", "There is no decision whose place it could take.")
                        .field("/supersedesReason", "misplaced", "No decision is in force.");
            case NoStaffId() ->
                throw ProblemException.forbidden("staff-id.missing", "Neither body nor token names who decided.");
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
        Role.AUDITOR
    })
    @Operation(operationId = "listReferralDecisions", summary = "Decisions about a case's referral, newest first")
    @APIResponse(responseCode = "200", description = "The one in force and those before it")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<ReferralDecision> list(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ);
        audit.showed(AuditEntry.of("referral-decision.list", "case", caseId).student(file.studentId()));
        return new Page<>(decisions.ofCase(caseId), null);
    }

    private static ProblemException outOfOrder(String pointer, LocalDate earliest, LocalDate latest) {
        var detail = pointer.equals("/meetingOn")
                ? "The meeting is held between what came before, %s, and the decision, %s.".formatted(earliest, latest)
                : "A referral is decided between what came before, %s, and today, %s.".formatted(earliest, latest);
        return ProblemException.unprocessable("referral.decision-out-of-order", detail)
                .field(pointer, "out-of-order", detail);
    }
}
