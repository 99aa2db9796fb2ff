package org.schoolcase.students.privacy.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.DistrictDates;

/** Holds on records: while one is in force nothing of the student is destroyed. */
@ApplicationScoped
public class LegalHolds {

    private static final String OF = "select * from legal_hold where student_id = ?";

    private final Rows rows;
    private final CurrentUser user;
    private final DistrictDates dates;
    private final Audit audit;

    LegalHolds(Rows rows, CurrentUser user, DistrictDates dates, Audit audit) {
        this.rows = rows;
        this.user = user;
        this.dates = dates;
        this.audit = audit;
    }

    /** Whether the record must be preserved now. */
    public boolean isHeld(UUID studentId) {
        return rows.first(Query.of(OF, studentId).and("released_at is null").plus(" limit 1"), row -> true)
                .isPresent();
    }

    List<LegalHoldView> of(UUID studentId) {
        return rows.list(Query.of(OF, studentId).plus(" order by id desc limit 200"), LegalHoldView::of);
    }

    @Transactional
    LegalHoldView place(UUID studentId, LegalHoldRequest hold) {
        var id = Ids.next();
        rows.write(
                "insert into legal_hold (id, student_id, reason, matter, placed_at, placed_by) values (?, ?, ?, ?, ?, ?)",
                id,
                studentId,
                hold.reason().name(),
                hold.matter(),
                dates.now(),
                user.actor());
        audit.wrote(AuditEntry.of("legal-hold.place", "legal-hold", id)
                .student(studentId)
                .fields("reason", "matter"));
        return find(studentId, id).orElseThrow();
    }

    /** Empty if there is no such hold; a second release changes nothing. */
    @Transactional
    Optional<LegalHoldView> release(UUID studentId, UUID id, String reason) {
        var released = rows.write(
                "update legal_hold set released_at = ?, released_by = ?, release_reason = ?"
                        + " where student_id = ? and id = ? and released_at is null",
                dates.now(),
                user.actor(),
                reason,
                studentId,
                id);
        if (released > 0) {
            audit.wrote(AuditEntry.of("legal-hold.release", "legal-hold", id)
                    .student(studentId)
                    .fields("releaseReason"));
        }
        return find(studentId, id);
    }

    private Optional<LegalHoldView> find(UUID studentId, UUID id) {
        return rows.first(Query.of(OF, studentId).and("id = ?", id), LegalHoldView::of);
    }
}
