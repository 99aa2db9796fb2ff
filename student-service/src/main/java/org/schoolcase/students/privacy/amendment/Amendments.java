package org.schoolcase.students.privacy.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.paging.Cursor;

/** The requests to amend records of the district. */
@ApplicationScoped
class Amendments {

    private static final String OF = "from Amendment a where a.studentId = ?1";
    private static final String STATEMENTS =
            "select new org.schoolcase.students.privacy.amendment.AmendmentView$Statement("
                    + "a.id, a.recordPart, a.statement, a.statementOn) from Amendment a"
                    + " where a.studentId = ?1 and a.statement is not null order by a.statementOn, a.id";

    private final EntityManager database;

    Amendments(EntityManager database) {
        this.database = database;
    }

    void add(Amendment amendment) {
        database.persist(amendment);
        database.flush();
    }

    void send() {
        database.flush();
    }

    Optional<Amendment> find(UUID studentId, UUID id) {
        return Optional.ofNullable(database.find(Amendment.class, id))
                .filter(amendment -> amendment.studentId().equals(studentId));
    }

    /** As find, and keeps others from moving it until the transaction ends. */
    Optional<Amendment> findForUpdate(UUID studentId, UUID id) {
        return Optional.ofNullable(database.find(Amendment.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(amendment -> amendment.studentId().equals(studentId));
    }

    /** Newest first; one more than the limit, if there is one. */
    List<AmendmentView> page(UUID studentId, Cursor start, int limit) {
        var query = database.createQuery(
                        OF + (start.isStart() ? "" : " and a.id < ?2") + " order by a.id desc", Amendment.class)
                .setParameter(1, studentId)
                .setMaxResults(limit + 1);
        if (!start.isStart()) {
            query.setParameter(2, start.uuid(0));
        }
        return query.getResultList().stream().map(Amendment::view).toList();
    }

    /** Statements to be shown with the record, 34 CFR 99.21(c). */
    List<AmendmentView.Statement> statements(UUID studentId) {
        return database.createQuery(STATEMENTS, AmendmentView.Statement.class)
                .setParameter(1, studentId)
                .setMaxResults(200)
                .getResultList();
    }
}
