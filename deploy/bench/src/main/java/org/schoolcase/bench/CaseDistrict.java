package org.schoolcase.bench;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.local.Service;

/** A district with many open cases, put into the tables by SQL; the school year is entered by its API. */
final class CaseDistrict {

    private static final String JURISDICTION = "US-TX";
    private static final List<String> WEEK = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY");

    private final Bed bed;
    private final CasePlan plan;
    private final UUID calendar = UUID.randomUUID();

    CaseDistrict(Bed bed, CasePlan plan) {
        this.bed = bed;
        this.plan = plan;
    }

    /** Moves the district to Texas, where the evaluation is counted in school days, and fills it. */
    void fill() {
        bed.moveTo(JURISDICTION);
        var start = schoolYear();
        enter(start);
        enter(start + 1);
        bed.until("the case service knows the calendar", () -> calendarVersion() >= 1);
        bed.settle();
        OpenedCases.forget(bed.database(Service.CASE));
        bed.database(Service.CASE).execute(statements());
        bed.say("%d students, %d open cases".formatted(plan.students(), plan.cases()));
    }

    private String[] statements() {
        return ("SET app.district = '" + bed.district() + "';\n" + Bed.resource("case-district.sql"))
                .replace(":students", Integer.toString(plan.students()))
                .replace(":cases", Integer.toString(plan.cases()))
                .replace(":managers", Integer.toString(plan.managers()))
                .replace(":mine", Integer.toString(plan.mine()))
                .replace(":me", bed.claims("case-manager").path("staff_id").asText())
                .replace(":today", OpenedCases.today().toString())
                .split(";\n", -1);
    }

    /** Closes the schools on a day, as a district does it; every open count passes that day. */
    void close(LocalDate day) {
        bed.api()
                .post(
                        Service.STUDENT,
                        path(schoolYear(day)) + "/amendments",
                        bed.token("district-admin"),
                        Map.of("kind", "CLOSE", "from", day.toString(), "reason", "Snow"))
                .expect(201);
    }

    /** The version of the calendar that the case service counts on: 0 with the first year, 1 with the second. */
    long calendarVersion() {
        return bed.database(Service.CASE)
                .number("SELECT coalesce(max(version), -1) FROM school_calendar WHERE id = '" + calendar + "'");
    }

    /** The next weekdays after today, the first of them first. */
    static LocalDate weekday(int number) {
        return OpenedCases.today()
                .datesUntil(OpenedCases.today().plusDays(40))
                .skip(1)
                .filter(day -> WEEK.contains(day.getDayOfWeek().name()))
                .skip(number)
                .findFirst()
                .orElseThrow();
    }

    private void enter(int start) {
        bed.api()
                .putNew(
                        Service.STUDENT,
                        path(start),
                        bed.token("district-admin"),
                        Map.of(
                                "name",
                                "District calendar",
                                "firstDay",
                                LocalDate.of(start, 7, 16).toString(),
                                "lastDay",
                                LocalDate.of(start + 1, 7, 15).toString(),
                                "weekdays",
                                WEEK))
                .expect(201);
    }

    private String path(int start) {
        return "/v1/calendars/%s/years/%d-%02d".formatted(calendar, start, (start + 1) % 100);
    }

    private static int schoolYear() {
        return schoolYear(OpenedCases.today());
    }

    /** Years without a summer, so that the bench counts alike all year round. */
    private static int schoolYear(LocalDate day) {
        return day.isBefore(LocalDate.of(day.getYear(), Month.JULY, 16)) ? day.getYear() - 1 : day.getYear();
    }
}
