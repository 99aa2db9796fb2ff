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

/** What happened in all cases of a student, over HTTP. */
@Path("/v1/students/{studentId}/timeline")
@Tag(name = "Timeline")
@RunOnVirtualThread
public class StudentTimelineResource {

    private final Sight sight;
    private final TimelinePages pages;

    StudentTimelineResource(Sight sight, TimelinePages pages) {
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
    @Operation(
            operationId = "getStudentTimeline",
            summary = "Everything that happened in the student's cases that are open to the caller",
            description =
                    "Open and closed cases, parallel ones too; the id may be that of a record that was merged into"
                            + " another one. What is sealed only says that it exists; families do not get that either.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "400", description = "A cursor of another list (cursor.invalid)")
    @APIResponse(responseCode = "404", description = "No case of such a student in the caller's reach (not-found)")
    public Page<TimelineEntry> ofStudent(
            @PathParam("studentId") UUID studentId, @Valid @BeanParam TimelineRequest wanted) {
        return pages.page("student", studentId, sight.ofStudent(studentId), wanted);
    }
}
