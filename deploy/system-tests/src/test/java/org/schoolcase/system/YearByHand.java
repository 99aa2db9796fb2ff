package org.schoolcase.system;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.local.Service;

/** A school year around today that a test enters and amends through the API, and counts by hand. */
final class YearByHand {

    /** Days without school, both ends included. */
    record Off(LocalDate from, LocalDate to, String kind, String name) {
        String json() {
            return "{\"from\": \"%s\", \"to\": \"%s\", \"kind\": \"%s\", \"name\": \"%s\"}"
                    .formatted(from, to, kind, name);
        }

        boolean has(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    private final StateDistrict home;
    private final LocalDate firstDay;
    private final String path;
    private final List<Off> off = new ArrayList<>();

    YearByHand(StateDistrict home, Off... off) {
        this.home = home;
        this.firstDay = home.today().minusDays(90);
        this.off.addAll(List.of(off));
        var begins = firstDay.getMonthValue() >= 6 ? firstDay.getYear() : firstDay.getYear() - 1;
        this.path = "/v1/calendars/%s/years/%d-%02d".formatted(UUID.randomUUID(), begins, (begins + 1) % 100);
    }

    /** The district enters the year for all its schools. */
    YearByHand enter() {
        var body = Json.of("""
                {"name": "District calendar", "firstDay": "%s", "lastDay": "%s", "noSchool": [%s],
                 "weekdays": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"]}
                """.formatted(
                firstDay, firstDay.plusDays(300), off.stream().map(Off::json).collect(Collectors.joining(","))));
        home.world()
                .api()
                .putNew(Service.STUDENT, path, home.token("district-admin"), body)
                .expect(201);
        return this;
    }

    /** A day that should have been a school day and is not. */
    void close(LocalDate day, String reason) {
        var body = Map.of("kind", "CLOSE", "from", day.toString(), "reason", reason);
        home.world()
                .api()
                .post(Service.STUDENT, path + "/amendments", home.token("district-admin"), body)
                .expect(201);
        off.add(new Off(day, day, "CLOSURE", reason));
    }

    boolean isSchoolDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && off.stream().noneMatch(none -> none.has(day));
    }

    /** The n-th school day after a day. */
    LocalDate schoolDay(LocalDate after, int n) {
        var day = after;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            left -= isSchoolDay(day) ? 1 : 0;
        }
        return day;
    }

    /** The n-th calendar day after a day, without those from the break's first day until school is held again. */
    LocalDate dayWithout(Off pause, LocalDate after, int n) {
        var back = schoolDay(pause.to(), 1);
        var day = after;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            left -= day.isBefore(pause.from()) || !day.isBefore(back) ? 1 : 0;
        }
        return day;
    }

    static LocalDate next(DayOfWeek weekday, LocalDate after) {
        return after.with(TemporalAdjusters.next(weekday));
    }
}
