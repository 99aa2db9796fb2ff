package org.schoolcase.students.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.http.Precondition;
import org.schoolcase.students.indicator.SetPolicy.Outcome.Added;
import org.schoolcase.students.indicator.SetPolicy.Outcome.Changed;
import org.schoolcase.students.indicator.SetPolicy.Outcome.InThePast;
import org.schoolcase.students.indicator.rule.RuleCatalog;

/** What the district has set for early warning, version by date. */
@Path("/v1/early-warning/policies")
@RunOnVirtualThread
public class EarlyWarningPolicyResource {

    private static final String LIST = "early-warning-policies";

    /** A policy. */
    record PolicyView(LocalDate validFrom, Map<String, RuleCatalog.Setting> rules, String reason, Instant recordedAt) {

        static PolicyView of(Policies.Policy policy) {
            return new PolicyView(policy.validFrom(), policy.settings(), policy.reason(), policy.recordedAt());
        }
    }

    private final SetPolicy setPolicy;
    private final Policies policies;
    private final Cursors cursors;

    EarlyWarningPolicyResource(SetPolicy setPolicy, Policies policies, Cursors cursors) {
        this.setPolicy = setPolicy;
        this.policies = policies;
        this.cursors = cursors;
    }

    @PUT
    @Path("/{validFrom}")
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(
            operationId = "putEarlyWarningPolicy",
            summary = "Switch early-warning rules and set thresholds from a date on",
            description = "Indicators follow in the background. What was in force before a date stays readable.")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "policy", value = """
                    {"rules": [{"ruleId": "federal-chronic-absence", "enabled": true, "threshold": 0.08},
                               {"ruleId": "chicago-core-failures", "enabled": true}],
                     "reason": "Board decision"}""")))
    @APIResponse(responseCode = "200", description = "Changed")
    @APIResponse(responseCode = "201", description = "Set")
    @APIResponse(responseCode = "400", description = "The date or a setting is not well-formed")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale), or there already")
    @APIResponse(
            responseCode = "422",
            description = "A rule is unknown (policy.invalid), or the date has gone by (policy.in-the-past)")
    @APIResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match (if-match.missing)")
    public RestResponse<PolicyView> put(
            @Pattern(regexp = "[0-9]{4}-[0-9]{2}-[0-9]{2}") String validFrom,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @HeaderParam("If-None-Match") @Nullable @Size(max = 100) String ifNoneMatch,
            @Valid @NotNull PolicyRequest body) {
        var command = new SetPolicy.Command(
                date(validFrom),
                body.settings(policies.catalog()),
                body.reason().strip());
        return switch (setPolicy.handle(command, new Precondition(ifMatch, ifNoneMatch))) {
            case Added(var policy) ->
                Answers.created("/v1/early-warning/policies/" + validFrom, PolicyView.of(policy), policy.version());
            case Changed(var policy) -> Answers.ok(PolicyView.of(policy), policy.version());
            case InThePast() ->
                throw ProblemException.unprocessable(
                        "policy.in-the-past", "Indicators of that day were computed by what was in force then.");
        };
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.AUDITOR})
    @Operation(operationId = "listEarlyWarningPolicies", summary = "List what the district has set, the latest first")
    @APIResponse(responseCode = "200", description = "A page of policies")
    @APIResponse(responseCode = "400", description = "The cursor is not of this list (cursor.invalid)")
    public Page<PolicyView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        var start = cursors.open(LIST, cursor);
        var found = policies.before(start.isStart() ? null : LocalDate.parse(start.text(0)), limit + 1).stream()
                .map(PolicyView::of)
                .toList();
        return cursors.page(LIST, found, limit, view -> List.of(view.validFrom().toString()));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.badRequest("parameter.malformed", "There is no such date.");
        }
    }
}
