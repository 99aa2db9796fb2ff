package org.schoolcase.students.calendar.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullMarked;

/** The fixture calendar CAL-A and the worked cases on it. */
@NullMarked
final class CalendarA {

    static final List<DayOfWeek> MONDAY_TO_FRIDAY =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    private static final JsonNode FILE = read();

    /** A worked case: the n-th school day after a date (C1), or the last day of n school days from it (C2). */
    record Case(String id, String convention, LocalDate from, int n, LocalDate expected) {}

    private CalendarA() {}

    static List<YearPlan> years() {
        return stream(FILE.at("/calendar/years")).map(CalendarA::year).toList();
    }

    static List<Case> cases() {
        return stream(FILE.get("vectors"))
                .map(v -> new Case(
                        v.get("id").asText(),
                        v.get("convention").asText(),
                        date(v, "from"),
                        v.get("n").asInt(),
                        date(v, "expected")))
                .toList();
    }

    private static YearPlan year(JsonNode year) {
        var first = date(year, "firstDay");
        var last = date(year, "lastDay");
        var off = new ArrayList<NoSchool>();
        for (var closed : FILE.at("/calendar/noSchool")) {
            var from = date(closed, "start");
            if (!from.isBefore(first) && !from.isAfter(last)) {
                var kind =
                        switch (closed.get("kind").asText()) {
                            case "holiday" -> NoSchool.Kind.HOLIDAY;
                            case "staff" -> NoSchool.Kind.STAFF_DAY;
                            default -> NoSchool.Kind.BREAK;
                        };
                off.add(new NoSchool(
                        from, date(closed, "end"), kind, closed.get("name").asText()));
            }
        }
        return new YearPlan(first, last, MONDAY_TO_FRIDAY, off, List.of(), List.of(), List.of());
    }

    private static LocalDate date(JsonNode node, String name) {
        return LocalDate.parse(node.get(name).asText());
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read() {
        try (var file =
                Objects.requireNonNull(CalendarA.class.getResourceAsStream("/calendar/school_day_vectors.json"))) {
            return JsonMapper.builder().build().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
