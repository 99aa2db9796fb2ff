package org.schoolcase.cases.consent;

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
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Consents of a case over HTTP. */
@Path("/v1/cases/{caseId}/consents")
@Tag(name = "Consents")
@RunOnVirtualThread
public class ConsentResource {

    private final RecordConsent recordConsent;
    private final RevokeConsent revokeConsent;
    private final CaseAccess access;
    private final ConsentRepository consents;
    private final Audit audit;

    ConsentResource(
            RecordConsent recordConsent,
            RevokeConsent revokeConsent,
            CaseAccess access,
            ConsentRepository consents,
            Audit audit) {
        this.recordConsent = recordConsent;
        this.revokeConsent = revokeConsent;
        this.access = access;
        this.consents = consents;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "consent for evaluation", value = ConsentRequest.EXAMPLE)))
    @Operation(
            operationId = "recordConsent",
            summary = "Record a signed consent, given or refused; one for evaluation sets the evaluation deadline")
    @APIResponse(responseCode = "201", description = "Recorded, with the deadline it set")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed), or such a consent is in force (consent.already-in-force)")
    @APIResponse(
            responseCode = "422",
            description = "The signer held no educational rights on that day (consent.signer-without-rights), "
                    + "dates are out of order (consent.dates-out-of-order), "
                    + "or the request is another's, of another kind or answered (consent.request-mismatch)")
    public RestResponse<ConsentView> record(@PathParam("caseId") UUID caseId, @Valid @NotNull ConsentRequest body) {
        return switch (recordConsent.handle(caseId, body.toForm())) {
            case RecordConsent.Outcome.Recorded(var consent, var deadline) ->
                Answers.created(
                        "/v1/cases/%s/consents/%s".formatted(caseId, consent.id()),
                        ConsentView.of(consent, deadline),
                        consent.version());
            case RecordConsent.Outcome.SignerWithoutRights(var on) -> throw ConsentProblems.signerWithoutRights(on);
            case RecordConsent.Outcome.DatesOutOfOrder(var fault) -> throw ConsentProblems.datesOutOfOrder(fault);
            case RecordConsent.Outcome.RequestMismatch(var detail) -> throw ConsentProblems.requestRefused(detail);
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
    @Operation(operationId = "listConsents", summary = "Consents of a case, newest first; for its staff and the family")
    @APIResponse(responseCode = "200", description = "All of them, refused and revoked ones too")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<ConsentView> list(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ_WITH_FAMILY);
        var family = access.familyOnly(caseId);
        audit.showed(AuditEntry.of("consent.list", "case", caseId).student(file.studentId()));
        var views = consents.ofCase(caseId).stream()
                .map(it -> family.map(who -> ConsentView.forFamily(it, who)).orElseGet(() -> ConsentView.of(it)))
                .toList();
        return new Page<>(views, null);
    }

    @POST
    @Path("/{consentId}/revocation")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "revocation", value = RevocationRequest.EXAMPLE)))
    @Operation(
            operationId = "revokeConsent",
            summary = "Record that a consent was revoked; not retroactive, deadlines it set end that day")
    @APIResponse(responseCode = "201", description = "Revoked")
    @APIResponse(responseCode = "404", description = "No such case or consent in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed), or the consent is not in force (consent.not-in-force)")
    @APIResponse(
            responseCode = "422",
            description = "The signer held no educational rights on that day (consent.signer-without-rights), "
                    + "dates are out of order (consent.dates-out-of-order), "
                    + "or consent for services was not revoked in writing (consent.revocation-not-in-writing)")
    public RestResponse<ConsentView> revoke(
            @PathParam("caseId") UUID caseId,
            @PathParam("consentId") UUID consentId,
            @Valid @NotNull RevocationRequest body) {
        var command = new RevokeConsent.Command(
                caseId, consentId, body.guardianId(), body.revokedOn(), body.method(), body.reason());
        return switch (revokeConsent.handle(command)) {
            case RevokeConsent.Outcome.Revoked(var consent) ->
                Answers.created(
                        "/v1/cases/%s/consents/%s".formatted(caseId, consentId),
                        ConsentView.of(consent),
                        consent.version());
            case RevokeConsent.Outcome.UnknownConsent() -> throw ProblemException.notFound();
            case RevokeConsent.Outcome.SignerWithoutRights(var on) -> throw ConsentProblems.signerWithoutRights(on);
            case RevokeConsent.Outcome.NotInWriting() -> throw ConsentProblems.notInWriting();
            case RevokeConsent.Outcome.DatesOutOfOrder(var fault) -> throw ConsentProblems.datesOutOfOrder(fault);
            case RevokeConsent.Outcome.NotInForce() ->
                throw ProblemException.conflict(
                        "consent.not-in-force",
                        "It was refused, is revoked or used up already; there is nothing to revoke.");
        };
    }
}
