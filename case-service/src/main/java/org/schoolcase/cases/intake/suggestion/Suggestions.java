package org.schoolcase.cases.intake.suggestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and lists suggestions; one is open for a student. */
@ApplicationScoped
class Suggestions {

    /** A suggestion that was just made. */
    record Made(UUID id, UUID studentId) {}

    private static final TypeReference<List<Suggestion.Flag>> FLAGS = new TypeReference<>() {};

    private static final String FLAGGED = """
            (SELECT coalesce(jsonb_agg(jsonb_build_object('indicator', i.indicator, 'level', i.level, 'changedOn', i.changed_on)
                                       ORDER BY i.indicator), '[]')
             FROM intake_indicator i WHERE i.student_id = ? AND i.level IN ('FLAGGED', 'YELLOW', 'ORANGE', 'RED'))""";

    /** Told as new only where nobody works on a case of the student; xmax is 0 in a row that was just inserted. */
    private static final String MAKE = """
            WITH stored AS (
                INSERT INTO intake_suggestion AS s (id, student_id, status, indicators, made_at, updated_at, version)
                VALUES (?, ?, 'OPEN', %s, ?, ?, 0)
                ON CONFLICT (district_id, student_id) WHERE status = 'OPEN' DO UPDATE SET
                    indicators = excluded.indicators, updated_at = excluded.updated_at, version = s.version + 1
                RETURNING s.id, s.student_id, s.xmax = 0 AS made
            )
            SELECT id, student_id FROM stored
            WHERE made AND NOT EXISTS (SELECT FROM case_file c WHERE c.student_id = stored.student_id AND c.status = 'OPEN')
            """.formatted(FLAGGED);

    private static final String UPDATE = """
            WITH flagged AS (SELECT %s AS indicators)
            UPDATE intake_suggestion s SET
                status = CASE WHEN f.indicators = '[]' THEN 'LAPSED' ELSE s.status END,
                indicators = f.indicators, updated_at = ?, version = s.version + 1
            FROM flagged f WHERE s.student_id = ? AND s.status = 'OPEN'
            """.formatted(FLAGGED);

    private static final String LIST = "SELECT s.* FROM intake_suggestion s WHERE s.status = ? AND ";

    /** An open suggestion about a student whose case is worked on already waits; a limit keeps it from reading all cases. */
    private static final String WITHOUT_CASE =
            "(SELECT c.id FROM case_file c WHERE c.student_id = s.student_id AND c.status = 'OPEN' LIMIT 1) IS NULL";

    private static final String DECIDE = """
            UPDATE intake_suggestion SET status = ?, decided_on = ?, decided_by = ?, reason = ?, case_id = ?,
                   version = version + 1
            WHERE id = ? AND status = 'OPEN'
            """;

    private final Rows rows;
    private final ObjectMapper json;
    private final Clock clock;

    Suggestions(Rows rows, ObjectMapper json, Clock clock) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /** Makes a suggestion, or brings the open one up to date; answers one that is new and about a student without a case. */
    Optional<Made> makeOrUpdate(UUID studentId) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return rows.first(
                Query.of(MAKE, Ids.next(), studentId, studentId, now, now),
                row -> new Made(row.getObject("id", UUID.class), row.getObject("student_id", UUID.class)));
    }

    /** Brings the open suggestion up to date; it lapses when nothing is flagged any more. */
    void updateOrLapse(UUID studentId) {
        rows.write(UPDATE, studentId, clock.instant().atOffset(ZoneOffset.UTC), studentId);
    }

    /** Those within reach, the newest first; one more than the limit. */
    List<Suggestion> list(SuggestionReach reach, Suggestion.Status status, Cursor after, int limit) {
        var query = Query.of(LIST, status.name()).plus(reach.sql(), reach.values());
        if (status == Suggestion.Status.OPEN) {
            query = query.and(WITHOUT_CASE);
        }
        if (!after.isStart()) {
            query = query.and("s.id < ?", after.uuid(0));
        }
        return rows.list(query.plus(" ORDER BY s.id DESC LIMIT ?", limit + 1), this::suggestion);
    }

    /** One within reach, locked. */
    Optional<Suggestion> lock(SuggestionReach reach, UUID id) {
        return rows.first(
                Query.of("SELECT s.* FROM intake_suggestion s WHERE s.id = ? AND ", id)
                        .plus(reach.sql(), reach.values())
                        .plus(" FOR UPDATE OF s"),
                this::suggestion);
    }

    void confirmed(UUID id, UUID caseId, LocalDate on, @Nullable UUID by) {
        rows.write(DECIDE, Suggestion.Status.CONFIRMED.name(), on, by, null, caseId, id);
    }

    void dismissed(UUID id, String reason, LocalDate on, @Nullable UUID by) {
        rows.write(DECIDE, Suggestion.Status.DISMISSED.name(), on, by, reason, null, id);
    }

    private Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                row.getObject("id", UUID.class),
                row.getObject("student_id", UUID.class),
                Suggestion.Status.valueOf(row.getString("status")),
                flags(row.getString("indicators")),
                instant(row, "made_at"),
                instant(row, "updated_at"),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("decided_by", UUID.class),
                row.getString("reason"),
                row.getObject("case_id", UUID.class),
                row.getLong("version"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private List<Suggestion.Flag> flags(String indicators) {
        try {
            return json.readValue(indicators, FLAGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored indicators cannot be read", e);
        }
    }
}
