package org.schoolcase.notifications.rule;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolcase.kit.security.Role;

/** Shows who gets what, and why. */
@Path("/v1/notification-rules")
@RunOnVirtualThread
@Tag(name = "Rules and templates")
public class RuleResource {

    private final Rules rules;

    RuleResource(Rules rules) {
        this.rules = rules;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.COORDINATOR, Role.AUDITOR})
    @Operation(operationId = "listNotificationRules", summary = "List the rules that turn events into notifications")
    @APIResponse(responseCode = "200", description = "All rules in force, in the order of their file")
    @APIResponse(responseCode = "401", description = "No valid token (unauthenticated)")
    @APIResponse(responseCode = "403", description = "The role may not read rules (forbidden)")
    public List<Rule> list() {
        return rules.all();
    }
}
