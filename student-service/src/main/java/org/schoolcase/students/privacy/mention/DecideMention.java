package org.schoolcase.students.privacy.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.DistrictDates;

/** Use case: the custodian looks through the names of other students in an export, and decides of each. */
@ApplicationScoped
class DecideMention {

    private static final String LIST = "select m.* from access_mention m where m.request_id = ?";
    private static final String DECIDE =
            "update access_mention set decision = ?, reason = ?, decided_at = ?, decided_by = ? where id = ? and request_id = ?";

    private final Rows rows;
    private final Audit audit;
    private final CurrentUser user;
    private final DistrictDates dates;

    DecideMention(Rows rows, Audit audit, CurrentUser user, DistrictDates dates) {
        this.rows = rows;
        this.audit = audit;
        this.user = user;
        this.dates = dates;
    }

    /** One more than the limit, if there is one. */
    List<MentionView> page(UUID studentId, UUID requestId, boolean undecided, Cursor start, int limit) {
        state("select state from access_request where id = ? and student_id = ?", studentId, requestId);
        var query = Query.of(LIST + (undecided ? " and m.decision is null" : ""), requestId);
        var from = start.isStart() ? query : query.and("m.id > ?", start.uuid(0));
        var found = rows.list(from.plus(" order by m.id limit ?", limit + 1), MentionView::of);
        audit.showed(AuditEntry.of("access-request.mentions", "access-request", requestId)
                .student(studentId));
        return found;
    }

    /** Until the export is closed a decision may be taken otherwise. */
    @Transactional
    MentionView decide(UUID studentId, UUID requestId, UUID id, MentionDecisionRequest wanted) {
        var state = state(
                "select state from access_request where id = ? and student_id = ? for update", studentId, requestId);
        if (!state.equals("ASSEMBLING")) {
            throw ProblemException.conflict("access-request.state", "The request is " + state + ".")
                    .with("state", state);
        }
        var decision = wanted.decision().name();
        if (rows.write(DECIDE, decision, wanted.reason().strip(), dates.now(), user.actor(), id, requestId) == 0) {
            throw ProblemException.notFound();
        }
        audit.wrote(AuditEntry.of("access-request.decide-mention", "access-request", requestId)
                .student(studentId)
                .fields("decision", "reason"));
        return rows.first(Query.of(LIST + " and m.id = ?", requestId, id), MentionView::of)
                .orElseThrow();
    }

    private String state(String query, UUID studentId, UUID requestId) {
        return rows.first(Query.of(query, requestId, studentId), row -> row.getString(1))
                .orElseThrow(ProblemException::notFound);
    }
}
