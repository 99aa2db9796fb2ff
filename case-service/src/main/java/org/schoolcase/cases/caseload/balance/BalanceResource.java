package org.schoolcase.cases.caseload.balance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Suggestions for a fairer share of cases, over HTTP. */
@Path("/v1/caseloads/balance")
@Tag(name = "Caseloads")
@RunOnVirtualThread
public class BalanceResource {

    private final SuggestBalance suggestBalance;

    BalanceResource(SuggestBalance suggestBalance) {
        this.suggestBalance = suggestBalance;
    }

    @GET
    @Transactional
    @RolesAllowed({Role.COORDINATOR, Role.DISTRICT_ADMIN})
    @Operation(
            operationId = "suggestBalance",
            summary = "Which cases others could carry, and why; nothing moves until a person hands a case over")
    @APIResponse(responseCode = "200", description = "The best first; each takes those before it as done")
    public Page<Suggestion> suggest(@QueryParam("limit") @DefaultValue("20") @Min(1) @Max(50) int limit) {
        return new Page<>(suggestBalance.handle(limit), null);
    }
}
