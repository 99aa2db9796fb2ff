package org.schoolcase.cases.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calendars as the student service tells them: long years around today, Monday to Friday, with closures. */
public final class Calendars {

    public static final String TOPIC = "schoolcase.calendar.state";
    public static final String PROFILE = "org.schoolcase.calendar.profile.v1";

    private Calendars() {}

    /** One year of 500 days around the day, for all schools, with closures of one day each. */
    public static Map<String, Object> profile(UUID calendar, long version, LocalDate around, List<LocalDate> closed) {
        return profile(calendar, version, around, closed, List.of());
    }

    /** The same for some schools alone. */
    public static Map<String, Object> profile(
            UUID calendar, long version, LocalDate around, List<LocalDate> closed, List<UUID> schools) {
        var noSchool = new ArrayList<Map<String, Object>>();
        closed.forEach(day ->
                noSchool.add(Map.of("from", day.toString(), "to", day.toString(), "kind", "CLOSURE", "name", "Snow")));
        var plan = Map.of(
                "firstDay",
                around.minusDays(100).toString(),
                "lastDay",
                around.plusDays(400).toString(),
                "weekdays",
                List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"),
                "noSchool",
                noSchool,
                "makeUpDays",
                List.of(),
                "earlyRelease",
                List.of(),
                "summerSessions",
                List.of());
        return Map.of(
                "calendarId",
                calendar,
                "version",
                version,
                "name",
                "District calendar",
                "years",
                List.of(Map.of("year", "2026-27", "schoolIds", schools, "plan", plan)));
    }

    /** The n-th weekday after a day. */
    public static LocalDate weekday(LocalDate day, int n) {
        var found = day;
        for (var left = n; left > 0; left--) {
            do {
                found = found.plusDays(1);
            } while (found.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        }
        return found;
    }
}
