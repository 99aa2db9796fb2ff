package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.handover.Duty;
import org.schoolcase.cases.handover.DutySource;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The open tasks of a person, as duties that a hand-over moves. */
@ApplicationScoped
class TaskDuties implements DutySource {

    private static final String OPEN = """
            SELECT id, case_id, kind, due_on FROM case_task WHERE case_id = ANY (?) AND owner_id = ? AND state = 'OPEN'
            """;

    private static final String MOVE = """
            UPDATE case_task SET owner_id = ?, version = version + 1
            WHERE case_id = ANY (?) AND owner_id = ? AND state = 'OPEN'
            RETURNING id, case_id, student_id, kind, owner_id, due_on
            """;

    private final Rows rows;
    private final Outbox outbox;
    private final Clock clock;

    TaskDuties(Rows rows, Outbox outbox, Clock clock) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public List<Duty> openOf(List<UUID> caseIds, UUID staffId, LocalDate today) {
        return rows.list(Query.of(OPEN, caseIds.toArray(UUID[]::new), staffId), TaskDuties::duty);
    }

    @Override
    public void move(List<UUID> caseIds, UUID fromStaffId, UUID toStaffId) {
        rows.list(Query.of(MOVE, toStaffId, caseIds.toArray(UUID[]::new), fromStaffId), this::assigned)
                .forEach(outbox::append);
    }

    private TaskAssigned assigned(ResultSet row) throws SQLException {
        return new TaskAssigned(
                row.getObject("case_id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getObject("id", UUID.class),
                TaskKind.valueOf(row.getString("kind")),
                row.getObject("owner_id", UUID.class),
                row.getObject("due_on", LocalDate.class),
                clock.instant());
    }

    private static Duty duty(ResultSet row) throws SQLException {
        return new Duty(
                Duty.Kind.TASK,
                row.getObject("case_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("due_on", LocalDate.class));
    }
}
