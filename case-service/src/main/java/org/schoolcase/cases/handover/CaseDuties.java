package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** What a case itself owes: running deadlines, meetings to come, unanswered requests. Whoever manages it, bears it. */
@ApplicationScoped
class CaseDuties implements DutySource {

    private static final String OPEN = """
            SELECT d.kind, d.case_id, d.subject_id, d.code, d.due_on FROM case_duty d
            WHERE d.case_id IN (SELECT m.case_id FROM case_team_member m
                                 WHERE m.case_id = ANY (?) AND m.staff_id = ? AND m.role = 'CASE_MANAGER'
                                   AND m.to_on IS NULL)
              AND (d.kind <> 'MEETING' OR d.due_on >= ?)
            """;

    private final Rows rows;

    CaseDuties(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Duty> openOf(List<UUID> caseIds, UUID staffId, LocalDate today) {
        return rows.list(Query.of(OPEN, caseIds.toArray(UUID[]::new), staffId, today), CaseDuties::duty);
    }

    @Override
    public void move(List<UUID> caseIds, UUID fromStaffId, UUID toStaffId) {
        // They follow the case manager.
    }

    private static Duty duty(ResultSet row) throws SQLException {
        return new Duty(
                Duty.Kind.valueOf(row.getString("kind")),
                row.getObject("case_id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getString("code"),
                row.getObject("due_on", LocalDate.class));
    }
}
