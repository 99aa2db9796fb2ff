package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.happening.Happening;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Stores what the flow does to tasks, each with one statement. */
@ApplicationScoped
class FlowStore {

    /** Nothing where the team has nobody in the role, or the task is open already. */
    private static final String MAKE = """
            INSERT INTO case_task (id, case_id, student_id, kind, text, links, owner_id, due_on, deadline_id, flow_rule,
                                   subject_id, state, created_at, version)
            SELECT ?, ?, ?, ?, ?, '{}', m.staff_id, d.due_on, d.id, ?, CAST(? AS uuid), 'OPEN', ?, 0
            FROM (SELECT staff_id FROM case_team_member
                   WHERE case_id = ? AND role = ? AND to_on IS NULL ORDER BY from_on, id LIMIT 1) m
            LEFT JOIN LATERAL (SELECT id, due_on FROM case_deadline
                                WHERE case_id = ? AND step = ? AND status <> 'ENDED' ORDER BY id DESC LIMIT 1) d ON true
            ON CONFLICT (district_id, case_id, flow_rule, subject_id) WHERE state = 'OPEN' AND flow_rule IS NOT NULL DO NOTHING
            RETURNING id, case_id, student_id, kind, owner_id, due_on, created_at
            """;

    private static final String CLOSE = """
            UPDATE case_task SET state = ?, closed_at = ?, reason = ?, version = version + 1
            WHERE case_id = ? AND state = 'OPEN'
            """;

    private static final String CLOSED = " RETURNING id, case_id, student_id, kind, state, closed_at";

    private final Rows rows;
    private final Session session;

    FlowStore(Rows rows, Session session) {
        this.rows = rows;
        this.session = session;
    }

    Optional<TaskAssigned> make(Happening happening, FlowRule rule) {
        session.flush();
        var step = rule.dueBy() == null ? null : rule.dueBy().name();
        var made = Query.of(
                MAKE,
                Ids.next(),
                happening.caseId(),
                happening.studentId(),
                rule.task().name(),
                rule.text(),
                rule.id(),
                rule.sameSubject() ? happening.subjectId() : null,
                happening.recordedAt().atOffset(ZoneOffset.UTC),
                happening.caseId(),
                rule.owner().name(),
                happening.caseId(),
                step);
        return rows.first(made, FlowStore::assigned);
    }

    List<TaskDone> finish(Happening happening, List<String> ruleIds) {
        var rulesAsText = "{" + String.join(",", ruleIds) + "}";
        return rows.list(
                close(happening, CaseTask.State.DONE, null)
                        .and("flow_rule = ANY (CAST(? AS text[]))", rulesAsText)
                        .and("(subject_id IS NULL OR subject_id = ?)", happening.subjectId())
                        .plus(CLOSED),
                FlowStore::done);
    }

    List<TaskDone> cancelAll(Happening happening, String reason) {
        return rows.list(close(happening, CaseTask.State.CANCELLED, reason).plus(CLOSED), FlowStore::done);
    }

    private Query close(Happening happening, CaseTask.State as, @Nullable String reason) {
        session.flush();
        return Query.of(CLOSE, as.name(), happening.recordedAt().atOffset(ZoneOffset.UTC), reason, happening.caseId());
    }

    private static TaskAssigned assigned(ResultSet row) throws SQLException {
        return new TaskAssigned(
                row.getObject("case_id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getObject("id", UUID.class),
                TaskKind.valueOf(row.getString("kind")),
                row.getObject("owner_id", UUID.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static TaskDone done(ResultSet row) throws SQLException {
        return new TaskDone(
                row.getObject("case_id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getObject("id", UUID.class),
                TaskKind.valueOf(row.getString("kind")),
                CaseTask.State.valueOf(row.getString("state")),
                row.getObject("closed_at", OffsetDateTime.class).toInstant());
    }
}
