package org.schoolcase.referrals.referral;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;
import org.schoolcase.referrals.referral.ReferralRepository.Filter;

/** The school's list of referrals. */
@Path("/v1/referrals")
@Tag(name = "Referrals")
@RunOnVirtualThread
public class ReferralListResource {

    private final ReadReferrals readReferrals;
    private final Cursors cursors;

    ReferralListResource(ReadReferrals readReferrals, Cursors cursors) {
        this.readReferrals = readReferrals;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed({Role.CASE_MANAGER, Role.COORDINATOR, Role.SCHOOL_ADMIN, Role.DISTRICT_ADMIN, Role.AUDITOR})
    @Operation(operationId = "listReferrals", summary = "List the referrals the caller may see, newest first")
    @APIResponse(responseCode = "200", description = "A page of referrals")
    @APIResponse(
            responseCode = "400",
            description = "A filter is out of bounds, or the cursor is not ours (cursor.invalid)")
    public Page<ReferralItem> list(
            @QueryParam("caseId") @Nullable UUID caseId,
            @QueryParam("studentId") @Nullable UUID studentId,
            @QueryParam("agencyId") @Nullable UUID agencyId,
            @QueryParam("state") @Size(max = 30) @Pattern(regexp = "[A-Z_]+") @Nullable String state,
            @QueryParam("limit") @Min(1) @Max(200) @DefaultValue("50") int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var filter = new Filter(caseId, studentId, agencyId, state);
        var rows = readReferrals.list(filter, cursors.open(filter.name(), cursor), limit);
        return cursors.page(filter.name(), rows, limit, row -> List.of(row.id().toString()));
    }
}
