package org.schoolcase.cases.intake.suggestion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
import org.schoolcase.cases.casefile.CaseView;
import org.schoolcase.cases.intake.OpenCase;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.security.Role;

/** Suggestions from early-warning indicators over HTTP. */
@Path("/v1/intake-suggestions")
@Tag(name = "Intake")
@RunOnVirtualThread
public class SuggestionResource {

    private final DecideSuggestion decideSuggestion;
    private final Suggestions suggestions;
    private final CurrentUser user;
    private final Cursors cursors;
    private final Audit audit;

    SuggestionResource(
            DecideSuggestion decideSuggestion,
            Suggestions suggestions,
            CurrentUser user,
            Cursors cursors,
            Audit audit) {
        this.decideSuggestion = decideSuggestion;
        this.suggestions = suggestions;
        this.user = user;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @Transactional
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listIntakeSuggestions",
            summary = "Suggestions to look at a student, newest first; open ones only of students without an open case")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    public Page<Suggestion> list(
            @QueryParam("status") @DefaultValue("OPEN") @Pattern(regexp = "OPEN|CONFIRMED|DISMISSED|LAPSED|FOLDED")
                    String status,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "intake-suggestions?status=" + status;
        var found = suggestions.list(
                SuggestionReach.of(user), Suggestion.Status.valueOf(status), cursors.open(list, cursor), limit);
        var page = cursors.page(list, found, limit, one -> List.of(one.id().toString()));
        page.items()
                .forEach(one -> audit.showed(AuditEntry.of("intake-suggestion.list", "intake-suggestion", one.id())
                        .student(one.studentId())));
        return page;
    }

    @POST
    @Path("/{suggestionId}/confirmation")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "confirmation", value = ConfirmationRequest.EXAMPLE)))
    @Operation(
            operationId = "confirmIntakeSuggestion",
            summary = "Open a case from a suggestion; the caller becomes its case manager")
    @APIResponse(responseCode = "201", description = "The case, with source INDICATOR")
    @APIResponse(responseCode = "403", description = "The token names no staff member (staff-id.missing)")
    @APIResponse(responseCode = "404", description = "No such suggestion in the caller's reach (not-found)")
    @APIResponse(
            responseCode = "409",
            description = "Decided or lapsed already (suggestion.not-open), or the student has an open case"
                    + " (case.already-open)")
    public RestResponse<CaseView> confirm(
            @PathParam("suggestionId") UUID suggestionId, @Valid @NotNull ConfirmationRequest body) {
        return switch (decideSuggestion.confirm(suggestionId, body)) {
            case DecideSuggestion.Confirmed(OpenCase.Outcome.Opened(var file, var manager)) ->
                Answers.created("/v1/cases/" + file.id(), CaseView.of(file, List.of(manager)), file.version());
            case DecideSuggestion.NotOpened(var why) -> throw notOpened(why);
            case DecideSuggestion.Decided(var status) -> throw notOpen(status);
            case DecideSuggestion.Unknown() -> throw ProblemException.notFound();
        };
    }

    @POST
    @Path("/{suggestionId}/dismissal")
    @Idempotent
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR})
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "dismissal", value = DismissalRequest.EXAMPLE)))
    @Operation(operationId = "dismissIntakeSuggestion", summary = "Dismiss a suggestion with a reason")
    @APIResponse(responseCode = "201", description = "Dismissed; a new flag makes a new suggestion")
    @APIResponse(responseCode = "404", description = "No such suggestion in the caller's reach (not-found)")
    @APIResponse(responseCode = "409", description = "Decided or lapsed already (suggestion.not-open)")
    public RestResponse<Suggestion> dismiss(
            @PathParam("suggestionId") UUID suggestionId, @Valid @NotNull DismissalRequest body) {
        return switch (decideSuggestion.dismiss(suggestionId, body)) {
            case DecideSuggestion.Dismissed(var suggestion) ->
                Answers.created("/v1/intake-suggestions/" + suggestionId, suggestion, suggestion.version());
            case DecideSuggestion.Decided(var status) -> throw notOpen(status);
            case DecideSuggestion.Unknown() -> throw ProblemException.notFound();
        };
    }

    private static ProblemException notOpen(Suggestion.Status status) {
        return ProblemException.conflict("suggestion.not-open", "The suggestion is open no more: " + status + ".");
    }

    private static ProblemException notOpened(OpenCase.Outcome why) {
        return switch (why) {
            case OpenCase.Outcome.AlreadyOpen() ->
                ProblemException.conflict("case.already-open", "The student has an open case already.");
            case OpenCase.Outcome.NoStaffId() ->
                ProblemException.forbidden(
                        "staff-id.missing", "The token names no staff member who could be the case manager.");
            case OpenCase.Outcome.StudentOutOfReach() -> ProblemException.notFound();
            case OpenCase.Outcome.ReceivedInFuture(var today) ->
                throw new IllegalStateException("Received on " + today + ", which is today");
            case OpenCase.Outcome.Opened(var file, var manager) ->
                throw new IllegalStateException("The case " + file.id() + " was opened");
        };
    }
}
