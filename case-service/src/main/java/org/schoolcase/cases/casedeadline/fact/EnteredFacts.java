package org.schoolcase.cases.casedeadline.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.cases.deadline.Circumstance;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and reads entered facts. */
@ApplicationScoped
class EnteredFacts {

    private static final TypeReference<EnumMap<LawEvent, LocalDate>> DATES = new TypeReference<>() {};

    private static final String FIND = """
            SELECT case_id, dates, absences, agreed_on, extension, circumstances, version
            FROM case_deadline_facts WHERE case_id = ?
            """;

    private static final String STORE = """
            INSERT INTO case_deadline_facts (case_id, dates, absences, agreed_on, extension, circumstances, version)
            VALUES (?, CAST(? AS jsonb), ?, ?, ?, CAST(? AS text[]), 1)
            ON CONFLICT (district_id, case_id) DO UPDATE SET
                dates = excluded.dates, absences = excluded.absences, agreed_on = excluded.agreed_on,
                extension = excluded.extension, circumstances = excluded.circumstances,
                version = case_deadline_facts.version + 1
            """;

    private final Rows rows;
    private final ObjectMapper json;

    EnteredFacts(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    FactsView of(UUID caseId) {
        return rows.first(Query.of(FIND, caseId), this::view).orElseGet(() -> FactsView.none(caseId));
    }

    void store(UUID caseId, FactsRequest facts) {
        rows.write(
                STORE,
                caseId,
                text(facts.dates()),
                facts.absences(),
                facts.agreedOn(),
                facts.extensionDays(),
                facts.circumstances().stream().map(Enum::name).collect(Collectors.joining(",", "{", "}")));
    }

    private String text(List<DatedEvent> dates) {
        var byEvent = new EnumMap<LawEvent, LocalDate>(LawEvent.class);
        dates.forEach(dated -> byEvent.put(dated.event(), dated.on()));
        try {
            return json.writeValueAsString(byEvent);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Facts cannot be written as JSON", e);
        }
    }

    private FactsView view(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("circumstances").getArray();
        return new FactsView(
                row.getObject("case_id", UUID.class),
                dates(row.getString("dates")),
                row.getInt("absences"),
                row.getObject("agreed_on", LocalDate.class),
                row.getInt("extension"),
                Arrays.stream(names).map(Circumstance::valueOf).toList(),
                row.getLong("version"));
    }

    private List<DatedEvent> dates(String text) {
        try {
            Map<LawEvent, LocalDate> dates = json.readValue(text, DATES);
            return dates.entrySet().stream()
                    .map(it -> new DatedEvent(it.getKey(), it.getValue()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored facts of a case cannot be read", e);
        }
    }
}
