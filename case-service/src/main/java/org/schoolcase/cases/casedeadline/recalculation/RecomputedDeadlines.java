package org.schoolcase.cases.casedeadline.recalculation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.deadline.LawEvent;
import org.schoolcase.cases.deadline.Step;
import org.schoolcase.cases.deadline.day.TraceRange;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads and writes running deadlines in sets: one statement for a whole batch. */
@ApplicationScoped
class RecomputedDeadlines {

    private static final TypeReference<List<TraceRange>> TRACE = new TypeReference<>() {};

    private static final String RUNNING = """
            SELECT id, case_id, student_id, step, start_event, started_on, due_on, rule_id, trace
            FROM case_deadline WHERE case_id = ANY (?) AND status <> 'ENDED' ORDER BY id FOR NO KEY UPDATE
            """;

    private static final String UPDATE = """
            UPDATE case_deadline d SET
                status = r.status, jurisdiction = r.jurisdiction, rule_id = r."ruleId", start_event = r."startEvent",
                completion_event = coalesce(r."completionEvent", d.completion_event), started_on = r."startedOn", due_on = r."dueOn", act_by = r."actBy", unextended = r.unextended,
                citation = r.citation, confidence = r.confidence, explanation = r.explanation, notes = r.notes,
                ended_on = r."endedOn", ended_by = r."endedBy", trace = r.trace, version = d.version + 1
            FROM jsonb_to_recordset(CAST(? AS jsonb)) AS r(
                id uuid, status text, jurisdiction text, "ruleId" text, "startEvent" text, "completionEvent" text,
                "startedOn" date, "dueOn" date,
                "actBy" date, unextended date, citation text, confidence text, explanation text, notes text[], trace jsonb,
                "endedOn" date, "endedBy" text)
            WHERE d.id = r.id AND (d.status, d.jurisdiction, d.rule_id, d.start_event, d.started_on, d.due_on, d.act_by, d.unextended,
                                   d.citation, d.confidence, d.explanation, d.notes, d.trace)
                IS DISTINCT FROM (r.status, r.jurisdiction, r."ruleId", r."startEvent", r."startedOn", r."dueOn", r."actBy", r.unextended,
                                  r.citation, r.confidence, r.explanation, r.notes, r.trace)
            """;

    private static final String INSERT_MOVES = """
            INSERT INTO deadline_move
                (id, case_id, student_id, deadline_id, step, from_on, to_on, because, details, moved_at)
            SELECT id, "caseId", "studentId", "deadlineId", step, "fromOn", "toOn", because, details, "movedAt"
            FROM jsonb_to_recordset(CAST(? AS jsonb)) AS m(
                id uuid, "caseId" uuid, "studentId" uuid, "deadlineId" uuid, step text, "fromOn" date, "toOn" date,
                because text, details text, "movedAt" timestamptz)
            """;

    private static final String LAW = """
            INSERT INTO deadline_law (fingerprint) VALUES (?)
            ON CONFLICT (district_id) DO UPDATE SET fingerprint = excluded.fingerprint
            WHERE deadline_law.fingerprint <> excluded.fingerprint
            """;

    private final Rows rows;
    private final ObjectMapper json;

    RecomputedDeadlines(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    List<StoredDeadline> running(List<UUID> caseIds) {
        return rows.list(Query.of(RUNNING, (Object) caseIds.toArray(UUID[]::new)), RecomputedDeadlines::deadline);
    }

    void store(List<Recomputed> recomputed) {
        rows.write(UPDATE, text(recomputed));
    }

    void keep(List<Move> moves) {
        if (!moves.isEmpty()) {
            rows.write(INSERT_MOVES, text(moves));
        }
    }

    /** Whether the district's deadlines were computed with another text of the law until now. */
    boolean isNewLaw(String fingerprint) {
        return rows.write(LAW, fingerprint) > 0;
    }

    List<TraceRange> trace(StoredDeadline deadline) {
        try {
            return json.readValue(deadline.trace(), TRACE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The trace of deadline %s cannot be read".formatted(deadline.id()), e);
        }
    }

    private static StoredDeadline deadline(ResultSet row) throws SQLException {
        return new StoredDeadline(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("student_id", UUID.class),
                Step.valueOf(row.getString("step")),
                LawEvent.valueOf(row.getString("start_event")),
                row.getObject("started_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getString("rule_id"),
                row.getString("trace"));
    }

    private String text(List<?> list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Deadlines cannot be written as JSON", e);
        }
    }
}
