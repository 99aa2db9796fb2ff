package org.schoolcase.cases.caseload.policy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** Who carries what, over HTTP; numbers only, no child's record. */
@Path("/v1/caseloads")
@Tag(name = "Caseloads")
@RunOnVirtualThread
public class CaseloadResource {

    private final Loads loads;
    private final Policies policies;
    private final Cursors cursors;

    CaseloadResource(Loads loads, Policies policies, Cursors cursors) {
        this.loads = loads;
        this.policies = policies;
        this.cursors = cursors;
    }

    @GET
    @Transactional
    @RolesAllowed({Role.COORDINATOR, Role.DISTRICT_ADMIN})
    @Operation(
            operationId = "listCaseloads",
            summary = "What each person in a role carries, against the district's caps; the heaviest first")
    @APIResponse(responseCode = "200", description = "A page; no weight and no cap where the district sets none")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    public Page<CaseloadView> list(
            @QueryParam("role") @DefaultValue("CASE_MANAGER") TeamMember.Role role,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var list = "caseloads?role=" + role;
        var policy = policies.policy();
        var page = cursors.page(
                list, loads.heaviest(policy, role, cursors.open(list, cursor), limit), limit, CaseloadResource::key);
        return new Page<>(page.items().stream().map(it -> it.view(policy)).toList(), page.next());
    }

    private static List<String> key(Load load) {
        return List.of(
                load.weight().toPlainString(),
                String.valueOf(load.cases()),
                load.staffId().toString());
    }
}
