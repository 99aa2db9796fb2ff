package org.schoolcase.cases.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.assessment.Assessment.Correction;
import org.schoolcase.cases.assessment.Assessment.Status;
import org.schoolcase.cases.assessment.Assessment.Used;
import org.schoolcase.cases.instrument.definition.InstrumentKind;
import org.schoolcase.cases.instrument.definition.Purpose;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores and lists assessments; the answers to a protected test stand in a table of their own. */
@ApplicationScoped
class AssessmentRepository {

    private static final String WHOLE = """
            SELECT a.*, coalesce(p.answers, a.answers) AS given, coalesce(p.attachments, a.attachments) AS attached
            FROM case_assessment a LEFT JOIN protected_answers p ON p.id = a.id
            WHERE a.case_id = ?
            """;

    private static final String LINES = """
            SELECT a.id, a.kind, a.instrument_key, a.instrument_version, a.purpose, a.status, a.administered_on,
                a.completed_on, a.language, a.assessor_id, a.supersedes_id, a.superseded_by
            FROM case_assessment a WHERE a.case_id = ?
            """;

    /** Stores nothing where the one to be corrected has a correction: the unique index on supersedes_id decides. */
    private static final String INSERT = """
            INSERT INTO case_assessment (id, case_id, kind, instrument_key, instrument_version, purpose, status, protected,
                administered_on, language, assessor_id, credential, pupil_rights, answers, attachments, scores,
                supersedes_id, supersedes_reason, taken_over_by, started_at, version)
            VALUES (?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), CAST(? AS jsonb),
                CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?, ?, 0)
            ON CONFLICT DO NOTHING
            """;

    private static final String UPDATE = """
            UPDATE case_assessment SET administered_on = ?, language = ?, assessor_id = ?, credential = CAST(? AS jsonb),
                pupil_rights = CAST(? AS jsonb), answers = CAST(? AS jsonb), attachments = CAST(? AS jsonb),
                scores = CAST(? AS jsonb), taken_over_by = ?, version = ?
            WHERE id = ?
            """;

    private static final String HIDE = """
            INSERT INTO protected_answers (id, student_id, answers, attachments)
            VALUES (?, ?, CAST(? AS jsonb), CAST(? AS jsonb))
            ON CONFLICT (district_id, id) DO UPDATE SET answers = excluded.answers, attachments = excluded.attachments
            """;

    private final Rows rows;
    private final ObjectMapper json;

    AssessmentRepository(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    Optional<Assessment> find(UUID caseId, UUID id) {
        return rows.first(Query.of(WHOLE + " AND a.id = ?", caseId, id), this::assessment);
    }

    /** The newest first, without answers, as far as the reader sees them; one more than the limit. */
    List<AssessmentLine> ofCase(UUID caseId, @Nullable InstrumentKind kind, Reader reader, Cursor after, int limit) {
        var query = Query.of(LINES, caseId);
        if (kind != null) {
            query = query.and("a.kind = ?", kind.name());
        }
        query = switch (reader) {
            case Reader.OfStaff() -> query;
            case Reader.OfTeam(var me) ->
                query.and("(a.status = 'FINAL' OR coalesce(a.taken_over_by, a.assessor_id) = ?)", me);
            case Reader.OfFamily() -> query.and("a.status = 'FINAL'");
        };
        if (!after.isStart()) {
            query = query.and("a.id < ?", after.uuid(0));
        }
        return rows.list(query.plus(" ORDER BY a.id DESC LIMIT ?", limit + 1), AssessmentRepository::line);
    }

    /** Whether it was stored; not when the one it corrects has a correction already. */
    boolean insert(Assessment it, UUID studentId, Instant now) {
        var content = it.content();
        var correction = it.supersedes();
        var hidden = it.instrument().isProtected();
        var stored = rows.write(
                INSERT,
                it.id(),
                it.caseId(),
                it.kind().name(),
                it.instrument().key(),
                it.instrument().version(),
                it.purpose().name(),
                hidden,
                content.administeredOn(),
                content.language(),
                content.assessor().staffId(),
                text(content.assessor().credential()),
                text(content.pupilRights()),
                hidden ? "{}" : content.answers().toString(),
                hidden ? "[]" : text(content.attachments()),
                text(content.scores()),
                correction == null ? null : correction.id(),
                correction == null ? null : correction.reason(),
                it.takenOverBy(),
                utc(now));
        if (stored == 1) {
            hide(it, studentId);
        }
        return stored == 1;
    }

    void update(Assessment it, UUID studentId) {
        var content = it.content();
        var hidden = it.instrument().isProtected();
        rows.write(
                UPDATE,
                content.administeredOn(),
                content.language(),
                content.assessor().staffId(),
                text(content.assessor().credential()),
                text(content.pupilRights()),
                hidden ? "{}" : content.answers().toString(),
                hidden ? "[]" : text(content.attachments()),
                text(content.scores()),
                it.takenOverBy(),
                it.version(),
                it.id());
        hide(it, studentId);
    }

    void complete(Assessment it, LocalDate on, Instant now) {
        rows.write(
                "UPDATE case_assessment SET status = 'FINAL', completed_on = ?, completed_at = ?, version = ? WHERE id = ?",
                on,
                utc(now),
                it.version(),
                it.id());
        var correction = it.supersedes();
        if (correction != null) {
            rows.write(
                    "UPDATE case_assessment SET superseded_by = ?, version = version + 1 WHERE id = ?",
                    it.id(),
                    correction.id());
        }
    }

    void discard(UUID id) {
        rows.write("DELETE FROM protected_answers WHERE id = ?", id);
        rows.write("DELETE FROM case_assessment WHERE id = ? AND status = 'DRAFT'", id);
    }

    private void hide(Assessment it, UUID studentId) {
        if (it.instrument().isProtected()) {
            rows.write(
                    HIDE,
                    it.id(),
                    studentId,
                    it.content().answers().toString(),
                    text(it.content().attachments()));
        }
    }

    private Assessment assessment(ResultSet row) throws SQLException {
        var supersedes = row.getObject("supersedes_id", UUID.class);
        return new Assessment(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                InstrumentKind.valueOf(row.getString("kind")),
                new Used(
                        row.getString("instrument_key"), row.getInt("instrument_version"), row.getBoolean("protected")),
                Purpose.valueOf(row.getString("purpose")),
                Status.valueOf(row.getString("status")),
                content(row),
                supersedes == null ? null : new Correction(supersedes, row.getString("supersedes_reason")),
                row.getObject("superseded_by", UUID.class),
                row.getObject("completed_on", LocalDate.class),
                row.getObject("taken_over_by", UUID.class),
                row.getLong("version"));
    }

    private static AssessmentLine line(ResultSet row) throws SQLException {
        return new AssessmentLine(
                row.getObject("id", UUID.class),
                InstrumentKind.valueOf(row.getString("kind")),
                row.getString("instrument_key"),
                row.getInt("instrument_version"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("status"),
                row.getObject("administered_on", LocalDate.class),
                row.getObject("completed_on", LocalDate.class),
                row.getString("language"),
                row.getObject("assessor_id", UUID.class),
                row.getObject("supersedes_id", UUID.class),
                row.getObject("superseded_by", UUID.class));
    }

    private Content content(ResultSet row) throws SQLException {
        try {
            var credential = row.getString("credential");
            var pupilRights = row.getString("pupil_rights");
            return new Content(
                    row.getObject("administered_on", LocalDate.class),
                    row.getString("language"),
                    new Assessor(
                            row.getObject("assessor_id", UUID.class),
                            credential == null ? null : json.readValue(credential, Assessor.Credential.class)),
                    pupilRights == null ? null : json.readValue(pupilRights, PupilRights.class),
                    (ObjectNode) json.readTree(row.getString("given")),
                    json.readValue(row.getString("scores"), new TypeReference<List<Score>>() {}),
                    json.readValue(row.getString("attached"), new TypeReference<List<Attachment>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored assessment cannot be read", e);
        }
    }

    private @Nullable String text(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An assessment cannot be written as JSON", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
