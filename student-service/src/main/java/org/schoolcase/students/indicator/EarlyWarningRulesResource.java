package org.schoolcase.students.indicator;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.calendar.SchoolDate;
import org.schoolcase.students.indicator.rule.Rule;

/** The early-warning rules with their sources, and which of them are in force in the district. */
@Path("/v1/early-warning/rules")
@RunOnVirtualThread
public class EarlyWarningRulesResource {

    /**
     * A rule.
     *
     * @param inForce whether it applies in the district on the date
     * @param thresholdInForce the district's threshold, else that of the source
     */
    record RuleView(Rule rule, boolean inForce, BigDecimal thresholdInForce) {}

    /** All rules. */
    record RulesView(
            int catalogVersion,
            LocalDate compiled,
            LocalDate on,
            @Nullable LocalDate policyFrom,
            List<RuleView> rules) {}

    private final Policies policies;
    private final SchoolDate date;

    EarlyWarningRulesResource(Policies policies, SchoolDate date) {
        this.policies = policies;
        this.date = date;
    }

    @GET
    @RolesAllowed({
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.COORDINATOR,
        Role.CASE_MANAGER,
        Role.TEACHER,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR
    })
    @Operation(
            operationId = "getEarlyWarningRules",
            summary =
                    "Show the early-warning rules with citation and confidence, and what is in force on a date (today)")
    @APIResponse(responseCode = "200", description = "All rules of the catalogue")
    public RulesView get(@QueryParam("on") @Nullable LocalDate on) {
        var day = on == null ? date.today() : on;
        var catalog = policies.catalog();
        var inForce = policies.inForce(day);
        var views = catalog.rules().stream()
                .map(rule -> inForce.rules().stream()
                        .filter(set -> set.id().equals(rule.id()))
                        .findFirst()
                        .map(set -> new RuleView(rule, true, set.threshold()))
                        .orElseGet(() -> new RuleView(rule, false, rule.threshold())))
                .toList();
        return new RulesView(catalog.version(), catalog.compiled(), day, inForce.policyFrom(), views);
    }
}
