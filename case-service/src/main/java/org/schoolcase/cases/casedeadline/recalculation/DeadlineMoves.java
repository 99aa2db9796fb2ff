package org.schoolcase.cases.casedeadline.recalculation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.schoolcase.cases.deadlinequeue.DirtyCases.Because;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Reads what moved, the newest first. */
@ApplicationScoped
class DeadlineMoves {

    private static final String ALL =
            "SELECT id, case_id, student_id, deadline_id, step, from_on, to_on, because, details, moved_at FROM deadline_move";

    private final Rows rows;

    DeadlineMoves(Rows rows) {
        this.rows = rows;
    }

    List<Move> ofCase(UUID caseId) {
        return rows.list(Query.of(ALL + " WHERE case_id = ? ORDER BY id DESC LIMIT 200", caseId), DeadlineMoves::move);
    }

    /** One more than the limit. */
    List<Move> ofDistrict(Cursor after, int limit) {
        var query = after.isStart() ? Query.of(ALL) : Query.of(ALL + " WHERE id < ?", after.uuid(0));
        return rows.list(query.plus(" ORDER BY id DESC LIMIT ?", limit + 1), DeadlineMoves::move);
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("student_id", UUID.class),
                row.getObject("deadline_id", UUID.class),
                row.getString("step"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                Because.valueOf(row.getString("because")),
                row.getString("details"),
                row.getObject("moved_at", OffsetDateTime.class).toInstant());
    }
}
