package org.schoolcase.students.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.calendar.day.PlanCheck;
import org.schoolcase.students.http.Precondition;

/** The school years of a calendar: entered, amended, and read as they are or as they were known. */
@Path("/v1/calendars/{calendarId}/years/{year}")
@RunOnVirtualThread
public class CalendarYearResource {

    static final String YEAR = "20[0-9]{2}-[0-9]{2}";

    private static final String PLAN_EXAMPLE = """
            {"name": "District calendar", "firstDay": "2026-09-01", "lastDay": "2027-06-11",
             "weekdays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
             "noSchool": [{"from": "2026-12-21", "to": "2027-01-01", "kind": "BREAK", "name": "winter break"}],
             "earlyRelease": ["2026-11-24"],
             "summerSessions": [{"from": "2027-06-21", "to": "2027-07-23", "name": "extended school year"}]}""";
    private static final String SNOW_EXAMPLE = """
            {"kind": "CLOSE", "from": "2027-01-20", "reason": "Snow"}""";

    private final PlanYear planYear;
    private final AmendYear amendYear;
    private final CalendarRepository calendars;
    private final Cursors cursors;

    CalendarYearResource(PlanYear planYear, AmendYear amendYear, CalendarRepository calendars, Cursors cursors) {
        this.planYear = planYear;
        this.amendYear = amendYear;
        this.calendars = calendars;
        this.cursors = cursors;
    }

    @PUT
    @RolesAllowed(Role.DISTRICT_ADMIN)
    @Operation(operationId = "putCalendarYear", summary = "Enter a school year, or replace its plan")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "year", value = PLAN_EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Replaced; the plan before stays readable")
    @APIResponse(responseCode = "201", description = "Entered")
    @APIResponse(
            responseCode = "409",
            description = "Another calendar holds for one of the schools in that year (calendar.school-taken),"
                    + " or the dates are in another year of this one (calendar.overlaps)")
    @APIResponse(responseCode = "412", description = "Changed since it was read (version.stale), or there already")
    @APIResponse(
            responseCode = "422",
            description = "The plan cannot be counted with (calendar.invalid), with its faults")
    @APIResponse(responseCode = "428", description = "Neither If-Match nor If-None-Match (if-match.missing)")
    public RestResponse<YearView> put(
            UUID calendarId,
            @Pattern(regexp = YEAR) String year,
            @HeaderParam("If-Match") @Nullable @Size(max = 100) String ifMatch,
            @HeaderParam("If-None-Match") @Nullable @Size(max = 100) String ifNoneMatch,
            @Valid @NotNull YearRequest body) {
        var command = new PlanYear.Command(
                key(calendarId, year), body.name().strip(), body.schools(), body.plan(), body.reason());
        return switch (planYear.handle(command, new Precondition(ifMatch, ifNoneMatch))) {
            case PlanYear.Outcome.Planned(var planned) ->
                Answers.created(
                        "/v1/calendars/%s/years/%s".formatted(calendarId, year),
                        YearView.of(planned),
                        planned.version());
            case PlanYear.Outcome.Replaced(var replaced) -> Answers.ok(YearView.of(replaced), replaced.version());
            case PlanYear.Outcome.Faulty(var faults) -> throw invalid(faults);
            case PlanYear.Outcome.Overlaps() ->
                throw ProblemException.conflict(
                        "calendar.overlaps", "Some of these days are in another year of this calendar.");
            case PlanYear.Outcome.Taken(var other) ->
                throw ProblemException.conflict(
                                "calendar.school-taken", "Another calendar holds for these schools in that year.")
                        .with("calendarId", other);
        };
    }

    @POST
    @Path("/amendments")
    @Idempotent
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN})
    @Operation(
            operationId = "amendCalendarYear",
            summary = "Amend a school year: a closure, a make-up day, an early release, another end",
            description = "A school-admin amends calendars that hold for his schools alone.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject(name = "snow day", value = SNOW_EXAMPLE)))
    @APIResponse(responseCode = "201", description = "Amended; the new version of the year")
    @APIResponse(responseCode = "404", description = "No such year for this caller (not-found)")
    @APIResponse(
            responseCode = "422",
            description = "It would change nothing, or cannot be (amendment.no-school-day, amendment.outside-year,"
                    + " amendment.already-school-day, amendment.end-unchanged, calendar.overlaps)")
    public RestResponse<YearView> amend(
            UUID calendarId, @Pattern(regexp = YEAR) String year, @Valid @NotNull AmendmentRequest body) {
        var command = new AmendYear.Command(
                key(calendarId, year), body.amendment(), body.reason().strip());
        return switch (amendYear.handle(command)) {
            case AmendYear.Outcome.Amended(var amended, var _, var _) ->
                Answers.created(
                        "/v1/calendars/%s/years/%s/versions".formatted(calendarId, year),
                        YearView.of(amended),
                        amended.version());
            case AmendYear.Outcome.Refused(var code, var detail) ->
                throw ProblemException.unprocessable(code, detail).field("/from", code, detail);
        };
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
    @Operation(
            operationId = "getCalendarYear",
            summary = "Show a school year as it is, or as it was known at a time (knownAt)")
    @APIResponse(responseCode = "200", description = "The year, with ETag")
    @APIResponse(responseCode = "404", description = "No such year, or not known yet at that time (not-found)")
    public RestResponse<YearView> get(
            UUID calendarId, @Pattern(regexp = YEAR) String year, @QueryParam("knownAt") @Nullable Instant knownAt) {
        var key = key(calendarId, year);
        var found = (knownAt == null ? calendars.year(key) : calendars.yearAsKnown(key, knownAt))
                .orElseThrow(ProblemException::notFound);
        return Answers.ok(YearView.of(found), found.version());
    }

    @GET
    @Path("/versions")
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
    @Operation(
            operationId = "listCalendarYearVersions",
            summary = "List what a school year was, the latest version first")
    @APIResponse(responseCode = "200", description = "A page of versions, each with its reason")
    @APIResponse(responseCode = "400", description = "The cursor is not of this list (cursor.invalid)")
    public Page<YearView> versions(
            UUID calendarId,
            @Pattern(regexp = YEAR) String year,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        var list = "calendar-versions|" + calendarId + "|" + year;
        var start = cursors.open(list, cursor);
        var found =
                calendars.versions(key(calendarId, year), start.isStart() ? null : start.number(0), limit + 1).stream()
                        .map(YearView::of)
                        .toList();
        return cursors.page(list, found, limit, view -> List.of("" + view.version()));
    }

    private static CalendarYear.Key key(UUID calendarId, String year) {
        var key = new CalendarYear.Key(calendarId, year);
        if (!key.isWellNamed()) {
            throw ProblemException.badRequest("year.malformed", "A school year is named like 2026-27.");
        }
        return key;
    }

    private static ProblemException invalid(List<PlanCheck.Fault> faults) {
        var problem =
                ProblemException.unprocessable("calendar.invalid", "School days cannot be counted with this plan.");
        for (var fault : faults) {
            problem = problem.field(fault.pointer(), fault.code(), fault.detail());
        }
        return problem;
    }
}
