package org.schoolcase.cases.consent.request;

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
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Requests for consent over HTTP. */
@Path("/v1/cases/{caseId}/consent-requests")
@Tag(name = "Consents")
@RunOnVirtualThread
public class AskedConsentResource {

    private final AskConsent askConsent;
    private final LogAttempt logAttempt;
    private final CaseAccess access;
    private final AskedConsents requests;
    private final Audit audit;

    AskedConsentResource(
            AskConsent askConsent, LogAttempt logAttempt, CaseAccess access, AskedConsents requests, Audit audit) {
        this.askConsent = askConsent;
        this.logAttempt = logAttempt;
        this.access = access;
        this.requests = requests;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples =
                                    @ExampleObject(name = "consent for evaluation", value = AskConsentRequest.EXAMPLE)))
    @Operation(
            operationId = "requestConsent",
            summary = "Record that a holder of rights was asked for consent, after the notices about it")
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed); such a consent is in force (consent.already-in-force); the"
                    + " referral is undecided or not for evaluation (referral.undecided, referral.not-for-evaluation);"
                    + " a notice comes first (consent.notice-missing, consent.safeguards-missing)")
    @APIResponse(
            responseCode = "422",
            description = "Who was asked held no rights on that day (consent.asked-without-rights), or dates are out of"
                    + " order (consent.dates-out-of-order)")
    public RestResponse<AskedConsent> ask(@PathParam("caseId") UUID caseId, @Valid @NotNull AskConsentRequest body) {
        return switch (askConsent.handle(caseId, body)) {
            case AskConsent.Outcome.Asked(var asked) ->
                Answers.created("/v1/cases/%s/consent-requests/%s".formatted(caseId, asked.id()), asked, 0);
            case AskConsent.Outcome.AskedWithoutRights(var on) -> throw withoutRights(on);
            case AskConsent.Outcome.OutOfOrder(var earliest, var latest) ->
                throw outOfOrder("/sentOn", earliest, latest);
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
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(
            operationId = "listConsentRequests",
            summary =
                    "Requests for consent with their attempts, newest first; families see those to themselves, without attempts")
    @APIResponse(responseCode = "200", description = "Answered ones too")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<AskedConsent> list(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        audit.showed(AuditEntry.of("consent-request.list", "case", caseId).student(file.studentId()));
        var all = requests.ofCase(caseId);
        var shown = access.familyOnly(caseId)
                .map(who -> all.stream()
                        .filter(asked -> who.is(asked.askedOf()))
                        .map(AskedConsent::withoutAttempts)
                        .toList())
                .orElse(all);
        return new Page<>(shown, null);
    }

    @POST
    @Path("/{requestId}/attempts")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "a call", value = AttemptRequest.EXAMPLE)))
    @Operation(
            operationId = "logConsentAttempt",
            summary = "Log a call, letter, visit or message to get an answer, with what came of it")
    @APIResponse(responseCode = "201", description = "Logged")
    @APIResponse(responseCode = "404", description = "No such case or request in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed), nothing was asked for (consent.not-requested), or the"
                    + " request is answered (consent.request-answered)")
    @APIResponse(responseCode = "422", description = "Dates are out of order (consent.dates-out-of-order)")
    public RestResponse<Attempt> attempt(
            @PathParam("caseId") UUID caseId,
            @PathParam("requestId") UUID requestId,
            @Valid @NotNull AttemptRequest body) {
        return switch (logAttempt.handle(caseId, requestId, body)) {
            case LogAttempt.Outcome.Logged(var attempt) ->
                Answers.created("/v1/cases/%s/consent-requests/%s".formatted(caseId, requestId), attempt, 0);
            case LogAttempt.Outcome.UnknownRequest() -> throw ProblemException.notFound();
            case LogAttempt.Outcome.Answered() ->
                throw ProblemException.conflict("consent.request-answered", "The request is answered already.");
            case LogAttempt.Outcome.OutOfOrder(var earliest, var latest) ->
                throw outOfOrder("/madeOn", earliest, latest);
        };
    }

    private static ProblemException withoutRights(LocalDate on) {
        return ProblemException.unprocessable(
                        "consent.asked-without-rights", "Only who holds educational rights for this student is asked.")
                .field("/askedOf", "no-educational-rights", "Held no educational rights on " + on + ".")
                .citing("34 CFR 300.9, 300.300, 300.520(a)");
    }

    private static ProblemException outOfOrder(String pointer, LocalDate earliest, LocalDate latest) {
        var detail = "It is dated between what came before, %s, and today, %s.".formatted(earliest, latest);
        return ProblemException.unprocessable("consent.dates-out-of-order", detail)
                .field(pointer, "out-of-order", detail);
    }
}
