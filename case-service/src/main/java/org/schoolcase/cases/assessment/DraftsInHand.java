package org.schoolcase.cases.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.handover.Duty;
import org.schoolcase.cases.handover.DutySource;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The drafts that a person fills in, as duties that a hand-over moves; who gave the instrument stays who gave it. */
@ApplicationScoped
class DraftsInHand implements DutySource {

    private static final String OPEN = """
            SELECT id, case_id, instrument_key FROM case_assessment
            WHERE case_id = ANY (?) AND status = 'DRAFT' AND coalesce(taken_over_by, assessor_id) = ?
            """;

    private static final String MOVE = """
            UPDATE case_assessment SET taken_over_by = ?, version = version + 1
            WHERE case_id = ANY (?) AND status = 'DRAFT' AND coalesce(taken_over_by, assessor_id) = ?
            """;

    private final Rows rows;

    DraftsInHand(Rows rows) {
        this.rows = rows;
    }

    @Override
    public List<Duty> openOf(List<UUID> caseIds, UUID staffId, LocalDate today) {
        return rows.list(Query.of(OPEN, caseIds.toArray(UUID[]::new), staffId), DraftsInHand::duty);
    }

    @Override
    public void move(List<UUID> caseIds, UUID fromStaffId, UUID toStaffId) {
        rows.write(MOVE, toStaffId, caseIds.toArray(UUID[]::new), fromStaffId);
    }

    private static Duty duty(ResultSet row) throws SQLException {
        return new Duty(
                Duty.Kind.DRAFT,
                row.getObject("case_id", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("instrument_key"),
                null);
    }
}
