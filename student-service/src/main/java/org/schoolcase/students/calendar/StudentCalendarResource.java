package org.schoolcase.students.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.StudentAccess;

/** Which calendar holds for a student on a date: that of his first school. */
@Path("/v1/students/{studentId}/calendar")
@RunOnVirtualThread
public class StudentCalendarResource {

    private final AppliedCalendars applied;
    private final StudentAccess access;
    private final Rows rows;
    private final Audit audit;
    private final SchoolDate date;

    StudentCalendarResource(AppliedCalendars applied, StudentAccess access, Rows rows, Audit audit, SchoolDate date) {
        this.applied = applied;
        this.access = access;
        this.rows = rows;
        this.audit = audit;
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
        Role.GUARDIAN,
        Role.STUDENT,
        Role.AUDITOR
    })
    @Operation(
            operationId = "getStudentCalendar",
            summary = "Show which calendar holds for a student on a date (today): that of his first school")
    @APIResponse(responseCode = "200", description = "The calendar and year, and what the date is")
    @APIResponse(responseCode = "404", description = "No such student for this caller, or no calendar (not-found)")
    public AppliedCalendarView get(UUID studentId, @QueryParam("on") @Nullable LocalDate on) {
        var query = Query.of("select s.school_ids from student s where s.id = ?", studentId)
                .and(access.relation());
        var schools =
                rows.first(query, row -> Rows.uuids(row, "school_ids")).orElseThrow(() -> access.refused(studentId));
        audit.showed(AuditEntry.of("student.calendar", "student", studentId)
                .student(studentId)
                .fields("schoolIds"));
        var day = date.orElseToday(on);
        var school = schools.isEmpty() ? null : schools.getFirst();
        return applied.find(school, day)
                .map(year -> AppliedCalendarView.of(year, school, day))
                .orElseThrow(ProblemException::notFound);
    }
}
