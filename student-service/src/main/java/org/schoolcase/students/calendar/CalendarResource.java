package org.schoolcase.students.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.calendar.day.LeftOut;
import org.schoolcase.students.calendar.day.SchoolDays;

/** The calendars of the district, and counts of their school days with what was left out and why. */
@Path("/v1/calendars")
@RunOnVirtualThread
public class CalendarResource {

    private static final String LIST = "calendars";
    private static final int FARTHEST = 1_500;
    private static final String CITATION = "34 CFR 300.11(c)";

    /** A calendar with its years as they are. */
    record CalendarView(UUID id, String name, long version, List<YearView> years) {

        static CalendarView of(CalendarRepository.Named calendar, List<CalendarYear> years) {
            return new CalendarView(
                    calendar.id(),
                    calendar.name(),
                    calendar.version(),
                    years.stream()
                            .filter(year -> year.key().calendarId().equals(calendar.id()))
                            .map(YearView::of)
                            .toList());
        }
    }

    /**
     * A count of school days, from excluded, to included.
     *
     * @param leftOut the other dates of the span, and why each is not counted
     */
    record CountView(
            UUID calendarId, LocalDate from, LocalDate to, int schoolDays, List<LeftOut> leftOut, String citation) {}

    private final CalendarRepository calendars;
    private final Cursors cursors;

    CalendarResource(CalendarRepository calendars, Cursors cursors) {
        this.calendars = calendars;
        this.cursors = cursors;
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
    @Operation(operationId = "listCalendars", summary = "List the calendars of the district with their years, by id")
    @APIResponse(responseCode = "200", description = "A page; pass its next as cursor for the following one")
    @APIResponse(responseCode = "400", description = "The cursor is not of this list (cursor.invalid)")
    public Page<CalendarView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable @Size(max = 2000) String cursor) {
        var start = cursors.open(LIST, cursor);
        var found = calendars.page(start.isStart() ? null : start.uuid(0), limit + 1);
        var years =
                calendars.years(found.stream().map(CalendarRepository.Named::id).toList(), null);
        var views = found.stream().map(named -> CalendarView.of(named, years)).toList();
        return cursors.page(LIST, views, limit, view -> List.of(view.id().toString()));
    }

    @GET
    @Path("/{calendarId}")
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
    @Operation(operationId = "getCalendar", summary = "Show a calendar with its years as they are")
    @APIResponse(responseCode = "200", description = "The calendar")
    @APIResponse(responseCode = "404", description = "No such calendar (not-found)")
    public CalendarView get(UUID calendarId) {
        var named = calendars.find(calendarId).orElseThrow(ProblemException::notFound);
        return CalendarView.of(named, calendars.years(List.of(calendarId), null));
    }

    @GET
    @Path("/{calendarId}/school-days")
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
            operationId = "countSchoolDays",
            summary = "Count the school days after a date up to and with another",
            description = "The first date itself never counts, as the day that starts a clock does not."
                    + " With knownAt, the count as it was at that time.")
    @APIResponse(responseCode = "200", description = "The count, with the dates left out and why")
    @APIResponse(responseCode = "400", description = "A date is missing, or the span too long (span.invalid)")
    @APIResponse(responseCode = "404", description = "No such calendar (not-found)")
    @APIResponse(responseCode = "422", description = "The calendar does not say so much (calendar.not-known)")
    public CountView count(
            UUID calendarId,
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("to") @NotNull LocalDate to,
            @QueryParam("knownAt") @Nullable Instant knownAt) {
        if (to.isBefore(from) || to.isAfter(from.plusDays(FARTHEST))) {
            throw ProblemException.badRequest(
                    "span.invalid", "The span ends at its start or later, 1500 days at most.");
        }
        var days = days(calendarId, knownAt);
        if (!days.knows(from, to)) {
            throw notKnown(days, from);
        }
        return view(calendarId, days, from, to);
    }

    @GET
    @Path("/{calendarId}/school-days/next")
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
    @Operation(operationId = "nextSchoolDay", summary = "Find the n-th school day after a date")
    @APIResponse(responseCode = "200", description = "The count whose last date (to) is that day")
    @APIResponse(responseCode = "400", description = "The date or n is missing or out of bounds")
    @APIResponse(responseCode = "404", description = "No such calendar (not-found)")
    @APIResponse(responseCode = "422", description = "The calendar is not known that far (calendar.not-known)")
    public CountView next(
            UUID calendarId,
            @QueryParam("after") @NotNull LocalDate after,
            @QueryParam("n") @DefaultValue("1") @Min(1) @Max(600) int n,
            @QueryParam("knownAt") @Nullable Instant knownAt) {
        var days = days(calendarId, knownAt);
        var found = days.nthAfter(after, n).orElseThrow(() -> notKnown(days, after));
        return view(calendarId, days, after, found);
    }

    private SchoolDays days(UUID calendarId, @Nullable Instant knownAt) {
        var years = calendars.years(List.of(calendarId), knownAt);
        if (years.isEmpty()) {
            throw ProblemException.notFound();
        }
        return SchoolDays.of(years.stream().map(CalendarYear::plan).toList());
    }

    private static CountView view(UUID calendarId, SchoolDays days, LocalDate from, LocalDate to) {
        return new CountView(calendarId, from, to, days.countAfter(from, to), days.leftOut(from, to), CITATION);
    }

    private static ProblemException notKnown(SchoolDays days, LocalDate from) {
        var problem = ProblemException.unprocessable(
                        "calendar.not-known", "The calendar does not say which of these days are school days.")
                .citing(CITATION);
        return days.knownUntil(from)
                .map(until -> problem.with("knownUntil", until))
                .orElse(problem);
    }
}
