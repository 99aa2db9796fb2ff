package org.schoolcase.students.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The transfers of students, and the open cases that they concern. */
@ApplicationScoped
class TransferRepository {

    private static final String OF_STUDENT = "from StudentTransfer t where t.studentId = ?1";

    private final EntityManager database;
    private final Rows rows;

    TransferRepository(EntityManager database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    void add(StudentTransfer transfer) {
        database.persist(transfer);
    }

    void send() {
        database.flush();
    }

    Optional<StudentTransfer> find(UUID studentId, UUID id) {
        return database.createQuery(OF_STUDENT + " and t.id = ?2", StudentTransfer.class)
                .setParameter(1, studentId)
                .setParameter(2, id)
                .getResultStream()
                .findFirst();
    }

    Optional<StudentTransfer> findForUpdate(UUID studentId, UUID id) {
        return database.createQuery(OF_STUDENT + " and t.id = ?2", StudentTransfer.class)
                .setParameter(1, studentId)
                .setParameter(2, id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    List<StudentTransfer> page(UUID studentId, int limit, Cursor start) {
        var query = database.createQuery(
                        OF_STUDENT + (start.isStart() ? "" : " and t.id < ?2") + " order by t.id desc",
                        StudentTransfer.class)
                .setParameter(1, studentId)
                .setMaxResults(limit + 1);
        return (start.isStart() ? query : query.setParameter(2, start.uuid(0))).getResultList();
    }

    List<UUID> openCases(UUID studentId) {
        var query = Query.of(
                "select distinct case_id from case_team where student_id = ? order by case_id limit 20", studentId);
        return rows.list(query, row -> row.getObject(1, UUID.class));
    }
}
