package org.schoolcase.cases.localrule;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;

/** The district's own rules of time over HTTP. */
@Path("/v1/deadline-rules")
@Tag(name = "Deadlines")
@RunOnVirtualThread
public class LocalRuleResource {

    private static final String NAME = "[a-z0-9][a-z0-9.-]{0,79}";

    private final SetLocalRule setLocalRule;
    private final LocalRules rules;

    LocalRuleResource(SetLocalRule setLocalRule, LocalRules rules) {
        this.setLocalRule = setLocalRule;
        this.rules = rules;
    }

    @GET
    @Transactional
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.SCHOOL_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listDeadlineRules", summary = "The district's own rules, withdrawn ones too")
    @APIResponse(responseCode = "200", description = "All of them")
    public Page<StoredRule> all() {
        return new Page<>(rules.all(), null);
    }

    @GET
    @Path("/{ruleId}")
    @Transactional
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.SCHOOL_ADMIN, Role.AUDITOR})
    @Operation(operationId = "getDeadlineRule", summary = "One rule of the district")
    @APIResponse(responseCode = "200", description = "The rule")
    @APIResponse(responseCode = "404", description = "No such rule (not-found)")
    public RestResponse<StoredRule> one(@PathParam("ruleId") @Size(max = 80) String ruleId) {
        var rule = rules.find(ruleId).orElseThrow(ProblemException::notFound);
        return Answers.ok(rule, rule.version());
    }

    @PUT
    @Path("/{ruleId}")
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "local policy", value = LocalRuleRequest.EXAMPLE)))
    @Operation(
            operationId = "setDeadlineRule",
            summary = "Set, change or withdraw a rule of the district; running deadlines are computed anew")
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "201", description = "Set")
    @APIResponse(responseCode = "412", description = "Changed meanwhile (version.stale)")
    @APIResponse(responseCode = "422", description = "The rule has a mistake, named with its line (rule.invalid)")
    @APIResponse(responseCode = "428", description = "A change without If-Match (if-match.missing)")
    public RestResponse<StoredRule> set(
            @PathParam("ruleId") @Pattern(regexp = NAME) String ruleId,
            @HeaderParam("If-Match") @Size(max = 200) @Nullable String ifMatch,
            @Valid @NotNull LocalRuleRequest body) {
        return switch (setLocalRule.handle(ruleId, body, ifMatch)) {
            case SetLocalRule.Outcome.Set(var rule, var isNew) ->
                isNew
                        ? Answers.created("/v1/deadline-rules/" + ruleId, rule, rule.version())
                        : Answers.ok(rule, rule.version());
            case SetLocalRule.Outcome.Invalid(var message) ->
                throw ProblemException.unprocessable("rule.invalid", message).field("/rule", "rule.invalid", message);
        };
    }
}
