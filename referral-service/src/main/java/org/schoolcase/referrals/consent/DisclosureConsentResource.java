package org.schoolcase.referrals.consent;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Consent to disclose a student's data to an agency: recorded, revoked, listed. */
@Path("/v1/disclosure-consents")
@Tag(name = "Disclosure consents", description = "Signed consent to disclose, 34 CFR 99.30")
@RunOnVirtualThread
public class DisclosureConsentResource {

    private static final String LAW = "34 CFR 99.30";

    private final RecordConsent recordConsent;
    private final RevokeConsent revokeConsent;
    private final ReadConsents readConsents;
    private final Cursors cursors;
    private final CurrentUser user;

    DisclosureConsentResource(
            RecordConsent recordConsent,
            RevokeConsent revokeConsent,
            ReadConsents readConsents,
            Cursors cursors,
            CurrentUser user) {
        this.recordConsent = recordConsent;
        this.revokeConsent = revokeConsent;
        this.readConsents = readConsents;
        this.cursors = cursors;
        this.user = user;
    }

    @POST
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @Idempotent
    @Operation(
            operationId = "recordDisclosureConsent",
            summary = "Record a guardian's signed decision about disclosure")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "consent", value = """
            {"studentId": "0199b1f0-0000-7000-8000-000000000001", "agencyId": "c0000000-0000-4000-8000-00000000000c",
             "guardianId": "0199b1f0-0000-7000-8000-000000000002", "purpose": "Counseling for the family",
             "fields": ["NAME", "GRADE", "LANGUAGE", "GUARDIAN_CONTACT", "REASON"],
             "signedOn": "2026-01-12", "validUntil": "2026-06-30", "decision": "GIVEN"}
            """)))
    @APIResponse(responseCode = "201", description = "Recorded")
    @APIResponse(responseCode = "400", description = "A field is missing or out of bounds (validation.failed)")
    @APIResponse(responseCode = "404", description = "No such student for the caller (not-found)")
    @APIResponse(
            responseCode = "422",
            description = "Not a consent in the sense of 34 CFR 99.30: consent.signer-without-rights,"
                    + " consent.signer-unknown, consent.agency-unknown, consent.signed-in-future,"
                    + " consent.valid-until-required, consent.expired, consent.fields-required")
    public RestResponse<ConsentView> record(@Valid @NotNull ConsentRequest body) {
        return switch (recordConsent.handle(body, user)) {
            case RecordConsent.Outcome.Recorded(var consent) ->
                Answers.created(
                        "/v1/disclosure-consents/" + consent.id(), readConsents.view(consent), consent.version());
            case RecordConsent.Outcome.NoEducationalRights() ->
                throw refused(
                                "consent.signer-without-rights",
                                "/guardianId",
                                "Only who holds the educational rights of the student can consent.")
                        .citing(LAW);
            case RecordConsent.Outcome.NoGuardianOfTheStudent() ->
                throw refused("consent.signer-unknown", "/guardianId", "The signer is no guardian of the student.")
                        .citing(LAW);
            case RecordConsent.Outcome.UnknownAgency() ->
                throw refused("consent.agency-unknown", "/agencyId", "The directory has no such agency.");
            case RecordConsent.Outcome.Flawed(var flaw) ->
                throw refused(flaw.code(), flaw.pointer(), flaw.detail()).citing(LAW);
        };
    }

    @POST
    @Path("/{consentId}/revocation")
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @Idempotent
    @Operation(
            operationId = "revokeDisclosureConsent",
            summary = "Revoke a consent; the agency's next read shows nothing more")
    @APIResponse(responseCode = "200", description = "Revoked, now or before")
    @APIResponse(responseCode = "404", description = "No such consent for the caller (not-found)")
    @APIResponse(responseCode = "409", description = "It was a refusal (consent.never-given)")
    public RestResponse<ConsentView> revoke(UUID consentId) {
        return switch (revokeConsent.handle(consentId, user)) {
            case RevokeConsent.Outcome.Revoked(var consent) ->
                Answers.ok(readConsents.view(consent), consent.version());
            case RevokeConsent.Outcome.NeverGiven() ->
                throw ProblemException.conflict("consent.never-given", "What was refused cannot be revoked.");
        };
    }

    @GET
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SCHOOL_ADMIN, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listDisclosureConsents", summary = "List the decisions about a student, oldest first")
    @APIResponse(responseCode = "200", description = "A page of decisions")
    @APIResponse(responseCode = "400", description = "studentId is missing, or the cursor is not ours (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such student for the caller (not-found)")
    public Page<ConsentView> list(
            @QueryParam("studentId") @NotNull UUID studentId,
            @QueryParam("limit") @Min(1) @Max(200) @DefaultValue("50") int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var name = "disclosure-consents|" + studentId;
        var rows = readConsents.ofStudent(studentId, cursors.open(name, cursor), limit);
        return cursors.page(name, rows, limit, row -> List.of(row.id().toString()));
    }

    private static ProblemException refused(String code, String pointer, String detail) {
        return ProblemException.unprocessable(code, detail).field(pointer, code, detail);
    }
}
