package org.schoolcase.students.enrollment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;

/** Schools and classes of one student, present and past. */
@Path("/v1/students/{studentId}")
@RunOnVirtualThread
public class EnrollmentResource {

    private static final int MOST = 200;

    private final StudentAccess access;
    private final EnrollmentRepository enrollments;
    private final Cursors cursors;
    private final Audit audit;

    EnrollmentResource(StudentAccess access, EnrollmentRepository enrollments, Cursors cursors, Audit audit) {
        this.access = access;
        this.enrollments = enrollments;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @Path("/school-enrollments")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.AUDITOR})
    @Operation(
            operationId = "listSchoolEnrollments",
            summary = "List the schools a student attends and attended, latest first")
    @APIResponse(responseCode = "200", description = "The latest 200; there is never a next page")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<SchoolEnrollmentView> schools(UUID studentId) {
        access.require(studentId);
        showed(studentId);
        var now = enrollments.now(studentId);
        var stays = SchoolHistory.of(enrollments.roles(studentId), enrollments.changes(studentId), now);
        var names = enrollments.names(
                stays.stream().map(SchoolHistory.Stay::schoolId).collect(Collectors.toSet()));
        return new Page<>(
                stays.stream()
                        .limit(MOST)
                        .map(stay -> new SchoolEnrollmentView(
                                stay.schoolId(),
                                names.get(stay.schoolId()),
                                stay.beginsOn(),
                                stay.endsOn(),
                                stay.endsOn() == null && now.contains(stay.schoolId()),
                                stay.source()))
                        .toList(),
                null);
    }

    @GET
    @Path("/class-enrollments")
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.COORDINATOR, Role.CASE_MANAGER, Role.AUDITOR})
    @Operation(operationId = "listClassEnrollments", summary = "List the classes a student is and was enrolled in")
    @APIResponse(responseCode = "200", description = "A page by id")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<ClassEnrollmentView> classes(
            UUID studentId,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        access.require(studentId);
        showed(studentId);
        var list = "class-enrollments|" + studentId;
        var found = enrollments.classes(studentId, limit, cursors.open(list, cursor));
        return cursors.page(list, found, limit, row -> List.of(row.id().toString()));
    }

    private void showed(UUID studentId) {
        audit.showed(AuditEntry.of("enrollment.list", "student", studentId).student(studentId));
    }
}
