package org.schoolcase.cases.timeline;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;

/** What happened in one case, over HTTP. */
@Path("/v1/cases/{caseId}/timeline")
@Tag(name = "Timeline")
@RunOnVirtualThread
public class CaseTimelineResource {

    private final Sight sight;
    private final TimelinePages pages;

    CaseTimelineResource(Sight sight, TimelinePages pages) {
        this.sight = sight;
        this.pages = pages;
    }

    @GET
    @Transactional
    @RolesAllowed({
        Role.CASE_MANAGER,
        Role.COORDINATOR,
        Role.DISTRICT_ADMIN,
        Role.SCHOOL_ADMIN,
        Role.SERVICE_PROVIDER,
        Role.AUDITOR,
        Role.GUARDIAN,
        Role.STUDENT
    })
    @Operation(operationId = "getCaseTimeline", summary = "Everything that happened in a case")
    @APIResponse(responseCode = "200", description = "A page; what is sealed only says that it exists")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No such case in the caller's reach (not-found)")
    public Page<TimelineEntry> ofCase(@PathParam("caseId") UUID caseId, @Valid @BeanParam TimelineRequest wanted) {
        return pages.page("case", caseId, sight.ofCase(caseId), wanted);
    }
}
