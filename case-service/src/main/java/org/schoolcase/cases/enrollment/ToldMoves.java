package org.schoolcase.cases.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Rows;

/**
 * The moves that a case was told of. A transfer that is recorded and the roster that follows, or came before, tell of one move: a move
 * told one way is met by the nearest one that the other way tells of within {@value #DAYS} days, and by no second one.
 */
@ApplicationScoped
class ToldMoves {

    /** A recorded transfer has the first day at school, the roster the day of its news. */
    static final int DAYS = 14;

    private static final String ADD =
            "INSERT INTO enrollment_told (id, case_id, enrolled_on, transfer_id, roster_event_id) VALUES (?, ?, ?, ?, ?)";

    private final Rows rows;

    ToldMoves(Rows rows) {
        this.rows = rows;
    }

    /** Whether a case, which is locked, hears of a move for the first time; it is noted either way. */
    boolean isNew(UUID caseId, EnrollmentTold told, UUID eventId) {
        var transfer = told.transferId();
        var met = transfer == null
                ? meet("roster_event_id", eventId, caseId, told.on())
                : meet("transfer_id", transfer, caseId, told.on());
        if (!met) {
            rows.write(ADD, Ids.next(), caseId, told.on(), transfer, transfer == null ? eventId : null);
        }
        return !met;
    }

    /** A move that both ways told of meets no other. */
    private boolean meet(String way, UUID by, UUID caseId, LocalDate on) {
        var meet = """
                UPDATE enrollment_told SET %1$s = ? WHERE id = (
                    SELECT id FROM enrollment_told
                    WHERE case_id = ? AND %1$s IS NULL AND abs(enrolled_on - CAST(? AS date)) <= ?
                    ORDER BY abs(enrolled_on - CAST(? AS date)), id LIMIT 1)
                """.formatted(way);
        return rows.write(meet, by, caseId, on, DAYS, on) > 0;
    }
}
