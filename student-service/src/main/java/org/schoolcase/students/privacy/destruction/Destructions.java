package org.schoolcase.students.privacy.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The destructions of the district with what each took. */
@ApplicationScoped
class Destructions {

    private final EntityManager database;
    private final Rows rows;

    Destructions(EntityManager database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    void add(Destruction destruction) {
        database.persist(destruction);
        database.flush();
    }

    void send() {
        database.flush();
    }

    Optional<Destruction> find(UUID id) {
        return Optional.ofNullable(database.find(Destruction.class, id));
    }

    Optional<Destruction> findForUpdate(UUID id) {
        return Optional.ofNullable(database.find(Destruction.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    boolean isOpen(UUID studentId) {
        return rows.first(
                        Query.of(
                                "select 1 from destruction where student_id = ? and state in ('NOTICE_GIVEN', 'ORDERED')",
                                studentId),
                        row -> true)
                .isPresent();
    }

    List<DestructionView> page(Cursor start, int limit) {
        var query = database.createQuery(
                        "from Destruction d" + (start.isStart() ? "" : " where d.id < ?1") + " order by d.id desc",
                        Destruction.class)
                .setMaxResults(limit + 1);
        if (!start.isStart()) {
            query.setParameter(1, start.uuid(0));
        }
        return query.getResultList().stream()
                .map(destruction -> destruction.view(List.of()))
                .toList();
    }

    DestructionView view(Destruction destruction) {
        return destruction.view(counts(destruction.id()));
    }

    void count(UUID id, DestructionView.Count count) {
        rows.write(
                "insert into destruction_count (destruction_id, service, kind, destroyed, at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                id,
                count.service(),
                count.kind(),
                count.destroyed(),
                count.at().atOffset(ZoneOffset.UTC));
    }

    private List<DestructionView.Count> counts(UUID id) {
        return rows.list(
                Query.of("select * from destruction_count where destruction_id = ? order by service, kind", id),
                row -> new DestructionView.Count(
                        row.getString("service"),
                        row.getString("kind"),
                        row.getLong("destroyed"),
                        row.getObject("at", OffsetDateTime.class).toInstant()));
    }
}
