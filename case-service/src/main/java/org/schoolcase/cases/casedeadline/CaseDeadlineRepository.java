package org.schoolcase.cases.casedeadline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.Circle;
import org.schoolcase.kit.paging.Cursor;

/** Stores and lists deadlines. */
@ApplicationScoped
class CaseDeadlineRepository implements PanacheRepositoryBase<CaseDeadline, UUID> {

    private static final int MOST_OF_A_CASE = 200;

    /** The deadlines of a case, the newest first. */
    List<CaseDeadline> ofCase(UUID caseId) {
        return find("caseId = ?1 order by id desc", caseId)
                .page(0, MOST_OF_A_CASE)
                .list();
    }

    List<CaseDeadline> runningOfCase(UUID caseId) {
        return list("caseId = ?1 and status <> ?2", caseId, CaseDeadline.Status.ENDED);
    }

    /** The open deadlines of the caller's cases, the earliest first; one more than the limit. */
    List<CaseDeadline> open(Circle circle, @Nullable LocalDate dueBefore, Cursor after, int limit) {
        var sql = new StringBuilder("SELECT d.* FROM case_deadline d JOIN case_file c ON c.id = d.case_id");
        sql.append(" WHERE d.status = 'OPEN' AND ").append(circle.sql());
        sql.append(dueBefore == null ? "" : " AND d.due_on < :before");
        sql.append(after.isStart() ? "" : " AND (d.due_on, d.id) > (:on, :after)");
        sql.append(" ORDER BY d.due_on, d.id");
        var query = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(sql.toString(), CaseDeadline.class)
                .setMaxResults(limit + 1);
        circle.bind(query);
        if (dueBefore != null) {
            query.setParameter("before", dueBefore);
        }
        if (!after.isStart()) {
            query.setParameter("on", LocalDate.parse(after.text(0))).setParameter("after", after.uuid(1));
        }
        return query.getResultList();
    }
}
