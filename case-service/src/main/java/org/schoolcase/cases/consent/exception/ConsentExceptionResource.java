package org.schoolcase.cases.consent.exception;

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

/** Exceptions from consent over HTTP. */
@Path("/v1/cases/{caseId}/consent-exceptions")
@Tag(name = "Consents")
@RunOnVirtualThread
public class ConsentExceptionResource {

    private final RecordException recordException;
    private final WithdrawException withdrawException;
    private final CaseAccess access;
    private final ConsentExceptions exceptions;
    private final Audit audit;

    ConsentExceptionResource(
            RecordException recordException,
            WithdrawException withdrawException,
            CaseAccess access,
            ConsentExceptions exceptions,
            Audit audit) {
        this.recordException = recordException;
        this.withdrawException = withdrawException;
        this.access = access;
        this.exceptions = exceptions;
        this.audit = audit;
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "no answer", value = ExceptionRequest.EXAMPLE)))
    @Operation(
            operationId = "recordConsentException",
            summary = "Record why law lets an evaluation go on without consent; it ends when a rights holder answers")
    @APIResponse(responseCode = "201", description = "Recorded; the gate of the evaluation is open, no clock starts")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed); law knows no exception, as for services"
                    + " (consent.no-exception); consent is in force (consent.already-in-force), or an exception is"
                    + " (consent.exception-in-force)")
    @APIResponse(
            responseCode = "422",
            description = "The ground is of another kind (consent.ground-not-for-kind); a document or the efforts are"
                    + " missing (consent.document-missing, consent.efforts-undocumented); a request is named where none"
                    + " belongs (consent.request-misplaced); dates out of order (consent.dates-out-of-order)")
    public RestResponse<ConsentException> record(
            @PathParam("caseId") UUID caseId, @Valid @NotNull ExceptionRequest body) {
        var made = recordException.handle(caseId, body);
        return Answers.created("/v1/cases/%s/consent-exceptions/%s".formatted(caseId, made.id()), made, 0);
    }

    @POST
    @Path("/{exceptionId}/withdrawal")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "found after all", value = WithdrawalRequest.EXAMPLE)))
    @Operation(
            operationId = "withdrawConsentException",
            summary =
                    "Withdraw an exception that was recorded wrongly; it holds no more from today on and stays readable")
    @APIResponse(responseCode = "201", description = "Withdrawn; the gate of the evaluation is shut, no clock moves")
    @APIResponse(responseCode = "404", description = "No such exception in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "The case is closed (case.closed), or the exception does not hold any more"
                    + " (consent.exception-not-in-force)")
    public RestResponse<ConsentException> withdraw(
            @PathParam("caseId") UUID caseId,
            @PathParam("exceptionId") UUID exceptionId,
            @Valid @NotNull WithdrawalRequest body) {
        return switch (withdrawException.handle(
                caseId, exceptionId, body.reason().strip())) {
            case WithdrawException.Outcome.Withdrawn(var exception) ->
                Answers.created("/v1/cases/%s/consent-exceptions/%s".formatted(caseId, exceptionId), exception, 0);
            case WithdrawException.Outcome.Unknown() -> throw ProblemException.notFound();
            case WithdrawException.Outcome.NotInForce() -> {
                var shut = WithdrawExceptionAction.NOT_IN_FORCE;
                throw ProblemException.conflict(shut.code(), shut.reason());
            }
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
    @Operation(operationId = "listConsentExceptions", summary = "Exceptions from consent in a case, newest first")
    @APIResponse(responseCode = "200", description = "Ended ones too")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<ConsentException> list(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ);
        audit.showed(AuditEntry.of("consent-exception.list", "case", caseId).student(file.studentId()));
        return new Page<>(exceptions.ofCase(caseId), null);
    }
}
