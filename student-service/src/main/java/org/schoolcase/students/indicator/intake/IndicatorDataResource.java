package org.schoolcase.students.indicator.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.calendar.SchoolDate;
import org.schoolcase.students.indicator.intake.ReceiveBatch.BatchView;

/** Indicator data in batches of up to 1000 records; good ones are kept, and each other one has a finding. */
@Path("/v1/indicator-data")
@RunOnVirtualThread
public class IndicatorDataResource {

    private static final String STORED = "Stored; the same source and key again changes the record or nothing";
    private static final String COVERAGE = ", or the coverage makes no sense (coverage.through-in-future,"
            + " coverage.from-after-through, coverage.only-for-absences)";
    private static final String INVALID = "An item is not complete or out of bounds (validation.failed)";

    private final ReceiveBatch receiveBatch;
    private final SchoolDate date;

    IndicatorDataResource(ReceiveBatch receiveBatch, SchoolDate date) {
        this.receiveBatch = receiveBatch;
        this.date = date;
    }

    @POST
    @Path("/attendance")
    @Idempotent
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN})
    @Operation(
            operationId = "sendAttendance",
            summary = "Send attendance by days; student and date are the key",
            description = "coverage ALL_DAYS: an item for each day enrolled, present or not. ABSENCES_ONLY: items for"
                    + " absences; send through, the last day whose absences are all delivered, with the last batch, and"
                    + " days enrolled are counted by calendar and enrolment up to then.")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "a day", value = """
                    {"source": "sis", "coverage": "ALL_DAYS", "items": [
                     {"studentSourcedId": "student-17", "date": "2026-10-05", "code": "ABSENT_EXCUSED"},
                     {"studentSourcedId": "student-18", "date": "2026-10-05", "code": "PRESENT"}]}""")))
    @APIResponse(responseCode = "200", description = STORED)
    @APIResponse(responseCode = "400", description = INVALID + COVERAGE)
    public RestResponse<BatchView> attendance(@Valid @NotNull Items.AttendanceBatch body) {
        var coverage = new Coverage(body.coverage(), body.coveredFrom(), body.through(), body.schoolId());
        coverage.check(date.today());
        return RestResponse.ok(receiveBatch.handle(
                DataKind.ATTENDANCE,
                body.source(),
                coverage,
                body.items().stream().map(Items.AttendanceDay::cells).toList()));
    }

    @POST
    @Path("/behavior-incidents")
    @Idempotent
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN})
    @Operation(operationId = "sendBehaviorIncidents", summary = "Send behaviour incidents")
    @RequestBody(
            content =
                    @Content(mediaType = "application/json", examples = @ExampleObject(name = "incident", value = """
                    {"source": "sis", "items": [{"key": "inc-1", "studentSourcedId": "student-17", "date": "2026-10-05",
                     "kind": "MAJOR", "response": "OUT_OF_SCHOOL_SUSPENSION", "daysRemoved": 1.5}]}""")))
    @APIResponse(responseCode = "200", description = STORED)
    @APIResponse(responseCode = "400", description = INVALID)
    public RestResponse<BatchView> incidents(@Valid @NotNull Items.IncidentBatch body) {
        return store(
                DataKind.BEHAVIOR,
                body.source(),
                body.items().stream().map(Items.Incident::cells).toList());
    }

    @POST
    @Path("/course-marks")
    @Idempotent
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN})
    @Operation(operationId = "sendCourseMarks", summary = "Send course marks")
    @RequestBody(
            content = @Content(mediaType = "application/json", examples = @ExampleObject(name = "mark", value = """
                    {"source": "sis", "items": [{"key": "m-1", "studentSourcedId": "student-17", "course": "ALG-1",
                     "subject": "MATHEMATICS", "core": true, "termEnd": "2026-10-30", "mark": "F", "points": 0,
                     "failed": true, "creditsEarned": 0}]}""")))
    @APIResponse(responseCode = "200", description = STORED)
    @APIResponse(responseCode = "400", description = INVALID)
    public RestResponse<BatchView> marks(@Valid @NotNull Items.MarkBatch body) {
        return store(
                DataKind.MARKS,
                body.source(),
                body.items().stream().map(Items.Mark::cells).toList());
    }

    @POST
    @Path("/screening-results")
    @Idempotent
    @RolesAllowed({Role.SIS_SYNC, Role.DISTRICT_ADMIN})
    @Operation(operationId = "sendScreeningResults", summary = "Send results of instructional screenings")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "screening", value = """
                    {"source": "reading-screener", "items": [{"key": "s-1", "studentSourcedId": "student-17",
                     "measure": "oral-reading-fluency", "date": "2026-09-15", "score": 42, "benchmark": "BELOW"}]}""")))
    @APIResponse(responseCode = "200", description = STORED)
    @APIResponse(responseCode = "400", description = INVALID)
    public RestResponse<BatchView> screenings(@Valid @NotNull Items.ScreeningBatch body) {
        return store(
                DataKind.SCREENING,
                body.source(),
                body.items().stream().map(Items.Screening::cells).toList());
    }

    private RestResponse<BatchView> store(DataKind kind, String source, List<Map<String, String>> items) {
        return RestResponse.ok(receiveBatch.handle(kind, source, null, items));
    }
}
