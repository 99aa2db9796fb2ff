package org.schoolcase.referrals.partner;

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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** What was sent to the agency, in every district that sent it something. */
@Path("/v1/agency/referrals")
@Tag(name = "Agency")
@RunOnVirtualThread
public class AgencyInboxResource {

    private final ReadAsAgency readAsAgency;
    private final Cursors cursors;

    AgencyInboxResource(ReadAsAgency readAsAgency, Cursors cursors) {
        this.readAsAgency = readAsAgency;
        this.cursors = cursors;
    }

    @GET
    @RolesAllowed(Role.AGENCY)
    @Operation(operationId = "listAgencyReferrals", summary = "List the referrals sent to the agency, latest first")
    @APIResponse(responseCode = "200", description = "A page of referrals; nothing of the students")
    @APIResponse(
            responseCode = "400",
            description = "A filter is out of bounds, or the cursor is not ours (cursor.invalid)")
    public Page<PartnerReferralItem> list(
            @QueryParam("state") @Size(max = 30) @Pattern(regexp = "[A-Z_]+") @Nullable String state,
            @QueryParam("limit") @Min(1) @Max(200) @DefaultValue("50") int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var name = "agency-referrals|" + state;
        var rows = readAsAgency.list(state, cursors.open(name, cursor), limit);
        return cursors.page(
                name,
                rows,
                limit,
                row -> List.of(
                        Objects.requireNonNull(row.sentAt()).toString(),
                        row.id().toString()));
    }

    @GET
    @Path("/{referralId}")
    @RolesAllowed(Role.AGENCY)
    @Operation(
            operationId = "getAgencyReferral",
            summary = "Read a referral with exactly the agreed fields; each read is a disclosure and logged")
    @APIResponse(
            responseCode = "200",
            description = "The referral; without a consent in force the fields are withheld"
                    + " (disclosure.consent-revoked, disclosure.consent-expired, disclosure.purpose-ended,"
                    + " disclosure.record-gone)")
    @APIResponse(responseCode = "404", description = "Nothing of this id was sent to the agency (not-found)")
    public RestResponse<PartnerReferralView> get(UUID referralId) {
        var view = readAsAgency.one(referralId);
        return Answers.ok(view, view.version());
    }
}
