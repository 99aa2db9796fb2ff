package org.schoolcase.cases.casedeadline.fact;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseAccess;
import org.schoolcase.cases.casefile.Reach;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** Facts that the deadlines of a case are counted with, over HTTP. */
@Path("/v1/cases/{caseId}/deadline-facts")
@Tag(name = "Deadlines")
@RunOnVirtualThread
public class DeadlineFactsResource {

    private final EnterFacts enterFacts;
    private final EnteredFacts facts;
    private final CaseAccess access;
    private final Audit audit;

    DeadlineFactsResource(EnterFacts enterFacts, EnteredFacts facts, CaseAccess access, Audit audit) {
        this.enterFacts = enterFacts;
        this.facts = facts;
        this.access = access;
        this.audit = audit;
    }

    @GET
    @Transactional
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getDeadlineFacts", summary = "Entered facts that the deadlines of a case count with")
    @APIResponse(responseCode = "200", description = "The facts; version 0 when none were entered")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public RestResponse<FactsView> get(@PathParam("caseId") UUID caseId) {
        var file = access.toRead(caseId, Reach.READ);
        audit.showed(AuditEntry.of("deadline-facts.read", "case", caseId).student(file.studentId()));
        var view = facts.of(caseId);
        return Answers.ok(view, view.version());
    }

    @PUT
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "absences and a report", value = FactsRequest.EXAMPLE)))
    @Operation(
            operationId = "enterDeadlineFacts",
            summary = "Enter or correct facts; the case's deadlines are computed anew in the background")
    @APIResponse(responseCode = "200", description = "Entered")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "The case is closed (case.closed)")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(responseCode = "428", description = "Without If-Match (if-match.missing)")
    public RestResponse<FactsView> enter(
            @PathParam("caseId") UUID caseId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull FactsRequest body) {
        return switch (enterFacts.handle(caseId, body, ifMatch)) {
            case EnterFacts.Outcome.Entered(var view) -> Answers.ok(view, view.version());
            case EnterFacts.Outcome.CaseClosed() ->
                throw ProblemException.conflict("case.closed", "The case is closed.");
        };
    }
}
