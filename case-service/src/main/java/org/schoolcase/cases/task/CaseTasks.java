package org.schoolcase.cases.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.Circle;
import org.schoolcase.kit.paging.Cursor;

/** Stores and lists tasks. */
@ApplicationScoped
class CaseTasks {

    /** Which tasks a list is about; an owner, a case, or all of the caller's cases. */
    record Wanted(
            @Nullable UUID ownerId,
            @Nullable UUID caseId,
            CaseTask.State state,
            @Nullable LocalDate dueBefore) {}

    private final Session session;

    CaseTasks(Session session) {
        this.session = session;
    }

    void add(CaseTask task) {
        session.persist(task);
        session.flush();
    }

    void write() {
        session.flush();
    }

    /** A task of the owner, or of a case of the circle. */
    Optional<CaseTask> find(UUID taskId, @Nullable UUID owner, Circle circle) {
        var query = session.createNativeQuery(
                "SELECT t.* FROM case_task t JOIN case_file c ON c.id = t.case_id WHERE t.id = :id AND ("
                        + (owner == null ? "" : "t.owner_id = :owner OR ") + circle.sql() + ")",
                CaseTask.class);
        query.setParameter("id", taskId);
        circle.bind(query);
        if (owner != null) {
            query.setParameter("owner", owner);
        }
        return query.getResultList().stream().findFirst();
    }

    /** Waits for other changes of the task's case, then reads the task as it is now; answers the case. */
    CaseFile lock(CaseTask task) {
        var file = session.createNativeQuery(
                        "SELECT c.* FROM case_file c WHERE c.id = :id FOR NO KEY UPDATE", CaseFile.class)
                .setParameter("id", task.caseId())
                .getSingleResult();
        session.refresh(task);
        return file;
    }

    /** The earliest due first, then those without a day; one more than the limit. */
    List<CaseTask> list(Wanted wanted, @Nullable Circle circle, Cursor after, int limit) {
        var sql = new StringBuilder("SELECT t.* FROM case_task t");
        sql.append(circle == null ? "" : " JOIN case_file c ON c.id = t.case_id");
        sql.append(" WHERE t.state = :state");
        sql.append(circle == null ? "" : " AND " + circle.sql());
        sql.append(wanted.ownerId() == null ? "" : " AND t.owner_id = :owner");
        sql.append(wanted.caseId() == null ? "" : " AND t.case_id = :case");
        sql.append(wanted.dueBefore() == null ? "" : " AND t.due_on < :before");
        sql.append(following(after)).append(" ORDER BY t.due_on, t.id");
        var query = session.createNativeQuery(sql.toString(), CaseTask.class).setMaxResults(limit + 1);
        if (circle != null) {
            circle.bind(query);
        }
        bind(query, wanted, after);
        return query.getResultList();
    }

    private static String following(Cursor after) {
        if (after.isStart()) {
            return "";
        }
        return after.text(0).isEmpty()
                ? " AND t.due_on IS NULL AND t.id > :after"
                : " AND ((t.due_on, t.id) > (:on, :after) OR t.due_on IS NULL)";
    }

    private static void bind(NativeQuery<CaseTask> query, Wanted wanted, Cursor after) {
        query.setParameter("state", wanted.state().name());
        if (wanted.ownerId() != null) {
            query.setParameter("owner", wanted.ownerId());
        }
        if (wanted.caseId() != null) {
            query.setParameter("case", wanted.caseId());
        }
        if (wanted.dueBefore() != null) {
            query.setParameter("before", wanted.dueBefore());
        }
        if (!after.isStart()) {
            query.setParameter("after", after.uuid(1));
            if (!after.text(0).isEmpty()) {
                query.setParameter("on", LocalDate.parse(after.text(0)));
            }
        }
    }
}
