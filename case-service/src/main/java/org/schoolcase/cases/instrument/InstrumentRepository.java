package org.schoolcase.cases.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.schoolcase.cases.instrument.Instrument.Source;
import org.schoolcase.cases.instrument.Instrument.State;
import org.schoolcase.cases.instrument.definition.Definition;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores the district's own definitions; a published one is read into a schema once. */
@ApplicationScoped
class InstrumentRepository {

    private static final int MOST_KEPT = 200;
    private static final String VERSIONS =
            "SELECT id, key, number, state, definition, published_at, version FROM instrument_version";

    /** The newest published version of each key, or its draft while there is none. */
    private static final String NEWEST = """
            SELECT DISTINCT ON (key) id, key, number, state, definition, published_at, version
            FROM instrument_version WHERE key > ?
            """;

    private static final String OPEN_TO_FAMILIES =
            " AND state = 'PUBLISHED' AND NOT coalesce(CAST(definition ->> 'protectedTest' AS boolean), false)";

    private static final String DRAFT = """
            INSERT INTO instrument_version (id, key, number, state, definition, drafted_at, version)
            SELECT ?, ?, coalesce(max(number), 0) + 1, 'DRAFT', CAST(? AS jsonb), ?, 0
            FROM instrument_version WHERE key = ?
            ON CONFLICT DO NOTHING
            """;

    private final Rows rows;
    private final ObjectMapper json;
    private final Map<UUID, Definition> known = new ConcurrentHashMap<>();

    InstrumentRepository(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    Optional<Instrument> find(String key, int version) {
        return rows.first(Query.of(VERSIONS + " WHERE key = ? AND number = ?", key, version), this::instrument);
    }

    /** The same, for a change; changes wait for each other. */
    Optional<Instrument> lock(String key, int version) {
        return rows.first(
                Query.of(VERSIONS + " WHERE key = ? AND number = ? FOR UPDATE", key, version), this::instrument);
    }

    /** Versions of a key, the newest first; one more than the limit. */
    List<Instrument> versions(String key, boolean family, int before, int limit) {
        var query = Query.of(VERSIONS + " WHERE key = ? AND number < ?" + condition(family), key, before);
        return rows.list(query.plus(" ORDER BY number DESC LIMIT ?", limit + 1), this::instrument);
    }

    List<Instrument> newest(String afterKey, boolean family, int limit) {
        var query = Query.of(NEWEST + condition(family), afterKey);
        return rows.list(query.plus(" ORDER BY key, state DESC, number DESC LIMIT ?", limit + 1), this::instrument);
    }

    private static String condition(boolean family) {
        return family ? OPEN_TO_FAMILIES : "";
    }

    boolean exists(String key) {
        return rows.first(Query.of("SELECT 1 FROM instrument_version WHERE key = ? LIMIT 1", key), row -> true)
                .isPresent();
    }

    /** The next version of a key as a draft; nothing while another draft of it is open. */
    Optional<Instrument> draft(String key, ObjectNode definition, Instant now) {
        var id = Ids.next();
        var stored = rows.write(DRAFT, id, key, definition.toString(), utc(now), key);
        return stored == 0 ? Optional.empty() : Optional.of(byId(id));
    }

    Instrument change(Instrument draft, ObjectNode definition) {
        rows.write(
                "UPDATE instrument_version SET definition = CAST(? AS jsonb), version = version + 1 WHERE id = ?",
                definition.toString(),
                draft.id());
        return byId(draft.id());
    }

    Instrument publish(Instrument draft, Instant now) {
        rows.write(
                "UPDATE instrument_version SET state = 'PUBLISHED', published_at = ?, version = version + 1 WHERE id = ?",
                utc(now),
                draft.id());
        return byId(draft.id());
    }

    private Instrument byId(UUID id) {
        return rows.first(Query.of(VERSIONS + " WHERE id = ?", id), this::instrument)
                .orElseThrow();
    }

    private Instrument instrument(ResultSet row) throws SQLException {
        var state = State.valueOf(row.getString("state"));
        var id = row.getObject("id", UUID.class);
        var published = row.getObject("published_at", OffsetDateTime.class);
        return new Instrument(
                id,
                row.getString("key"),
                row.getInt("number"),
                state,
                Source.DISTRICT,
                definition(id, state, row.getString("definition")),
                published == null ? null : published.toInstant(),
                row.getLong("version"));
    }

    private Definition definition(UUID id, State state, String text) {
        if (state == State.DRAFT) {
            return read(text);
        }
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(id, _ -> read(text));
    }

    private Definition read(String text) {
        try {
            return Definition.of((ObjectNode) json.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition cannot be read", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
