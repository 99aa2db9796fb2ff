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
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Which calendar holds for a school on a date. */
@Path("/v1/schools/{schoolId}/calendar")
@RunOnVirtualThread
public class SchoolCalendarResource {

    private final AppliedCalendars applied;
    private final Rows rows;
    private final SchoolDate date;

    SchoolCalendarResource(AppliedCalendars applied, Rows rows, SchoolDate date) {
        this.applied = applied;
        this.rows = rows;
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
        Role.AUDITOR,
        Role.SIS_SYNC
    })
    @Operation(operationId = "getSchoolCalendar", summary = "Show which calendar holds for a school on a date (today)")
    @APIResponse(responseCode = "200", description = "The calendar and year, and what the date is")
    @APIResponse(responseCode = "404", description = "No such school, or no calendar for it (not-found)")
    public AppliedCalendarView get(UUID schoolId, @QueryParam("on") @Nullable LocalDate on) {
        var day = date.orElseToday(on);
        return rows.first(Query.of("select id from school where id = ?", schoolId), row -> row.getObject(1, UUID.class))
                .flatMap(school -> applied.find(school, day))
                .map(year -> AppliedCalendarView.of(year, schoolId, day))
                .orElseThrow(ProblemException::notFound);
    }
}
