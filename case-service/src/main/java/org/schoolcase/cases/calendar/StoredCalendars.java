package org.schoolcase.cases.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.calendar.CalendarState.Year;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and reads the calendars of the district. */
@ApplicationScoped
class StoredCalendars {

    private static final TypeReference<List<Year>> YEARS = new TypeReference<>() {};

    private static final String STORE = """
            INSERT INTO school_calendar (id, version, name, years) VALUES (?, ?, ?, CAST(? AS jsonb))
            ON CONFLICT (district_id, id) DO UPDATE SET
                version = excluded.version, name = excluded.name, years = excluded.years
            WHERE school_calendar.version < excluded.version
            """;

    private final Rows rows;
    private final ObjectMapper json;

    StoredCalendars(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** Answers false, and does nothing, when the stored version is newer or the same. */
    boolean store(CalendarState state) {
        try {
            var years = json.writeValueAsString(state.years());
            return rows.write(STORE, state.calendarId(), state.version(), state.name(), years) > 0;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A calendar that was read cannot be written", e);
        }
    }

    void remove(UUID calendarId) {
        rows.write("DELETE FROM school_calendar WHERE id = ?", calendarId);
    }

    /** Changes whenever a calendar of the district does. */
    String fingerprint() {
        return rows.first(
                        Query.of(
                                "SELECT coalesce(string_agg(id || ':' || version, ',' ORDER BY id), '') FROM school_calendar"),
                        row -> row.getString(1))
                .orElse("");
    }

    List<Year> years() {
        return rows
                .list(Query.of("SELECT years FROM school_calendar ORDER BY id"), row -> read(row.getString(1)))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Year> read(String years) {
        try {
            return json.readValue(years, YEARS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored calendar cannot be read", e);
        }
    }
}
