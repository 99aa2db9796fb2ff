package org.schoolcase.cases.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.deadline.day.Holidays;
import org.schoolcase.cases.deadline.day.NoSchool;
import org.schoolcase.cases.deadline.day.SchoolCalendar;
import org.schoolcase.cases.deadline.day.SchoolYear;

/** The file of hand-checked date vectors with its calendars and holidays. */
final class VectorFile {

    private static final String FILE = "/law-vectors/deadline_vectors.json";

    private final JsonNode root;
    private final Map<String, SchoolCalendar> calendars = new HashMap<>();
    private final Map<String, Holidays> holidays = new HashMap<>();

    private VectorFile(JsonNode root) {
        this.root = root;
        root.path("calendars").forEach(it -> calendars.put(it.path("id").asText(), calendar(it)));
        root.path("holidays").forEach(it -> holidays.put(it.path("id").asText(), holidays(it)));
    }

    static VectorFile read() {
        try (var stream = VectorFile.class.getResourceAsStream(FILE)) {
            return new VectorFile(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Stream<JsonNode> vectors() {
        return StreamSupport.stream(root.path("vectors").spliterator(), false);
    }

    SchoolCalendar calendar(String id) {
        return Objects.requireNonNull(calendars.get(id), id);
    }

    Holidays holidays(String id) {
        return Objects.requireNonNull(holidays.get(id), id);
    }

    Ground ground(@Nullable String id, Settings settings) {
        var school = id != null && calendars.containsKey(id) ? calendar(id) : SchoolCalendar.NONE;
        var days = id != null && holidays.containsKey(id) ? holidays(id) : null;
        return new Ground(school, days, LocalPolicy.NONE, settings);
    }

    /** The years of the file's calendar, each with the closures that lie in it, and more. */
    SchoolCalendar calendarWith(String id, List<NoSchool> more) {
        for (var it : root.path("calendars")) {
            if (it.path("id").asText().equals(id)) {
                return SchoolCalendar.of(years(it, more));
            }
        }
        throw new IllegalArgumentException(id);
    }

    private static SchoolCalendar calendar(JsonNode json) {
        return SchoolCalendar.of(years(json, List.of()));
    }

    private static List<SchoolYear> years(JsonNode json, List<NoSchool> more) {
        var none = Stream.concat(
                        StreamSupport.stream(json.path("noSchool").spliterator(), false)
                                .map(VectorFile::noSchool),
                        more.stream())
                .toList();
        return StreamSupport.stream(json.path("years").spliterator(), false)
                .map(year -> year(date(year, "firstDay"), date(year, "lastDay"), none))
                .toList();
    }

    private static SchoolYear year(LocalDate first, LocalDate last, List<NoSchool> none) {
        var inYear = none.stream()
                .filter(it -> !it.from().isBefore(first) && !it.from().isAfter(last))
                .toList();
        return new SchoolYear(first, last, SchoolYear.MONDAY_TO_FRIDAY, inYear, Set.of());
    }

    private static NoSchool noSchool(JsonNode it) {
        var kind =
                switch (it.path("kind").asText()) {
                    case "holiday" -> NoSchool.Kind.HOLIDAY;
                    case "break" -> NoSchool.Kind.BREAK;
                    case "staff" -> NoSchool.Kind.STAFF_DAY;
                    default -> NoSchool.Kind.CLOSURE;
                };
        return new NoSchool(
                date(it, "start"), date(it, "end"), kind, it.path("name").asText());
    }

    private static Holidays holidays(JsonNode json) {
        var dates = new TreeMap<LocalDate, String>();
        json.path("dates").forEach(date -> dates.put(LocalDate.parse(date.asText()), "holiday"));
        return Holidays.on(dates);
    }

    static LocalDate date(JsonNode json, String field) {
        return LocalDate.parse(json.path(field).asText());
    }
}
