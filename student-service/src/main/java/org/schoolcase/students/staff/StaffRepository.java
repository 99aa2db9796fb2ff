package org.schoolcase.students.staff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** The staff of the district. */
@ApplicationScoped
class StaffRepository {

    private static final String LIST = "select id, given_name, family_name, email, language, roles, school_ids,"
            + " sourced_id is not null as of_roster, active from staff where true";

    private final EntityManager database;
    private final Rows rows;

    StaffRepository(EntityManager database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    Optional<StaffMember> find(UUID id) {
        return Optional.ofNullable(database.find(StaffMember.class, id));
    }

    void add(StaffMember member) {
        database.persist(member);
    }

    void send() {
        database.flush();
    }

    /** By family name; one more than the limit, if there is one. */
    List<StaffView> page(@Nullable UUID schoolId, Cursor start, int limit) {
        var query = Query.of(LIST);
        if (schoolId != null) {
            query = query.and("? = any(school_ids)", schoolId);
        }
        if (!start.isStart()) {
            query = query.and("(family_name collate \"C\", id) > (?, ?)", start.text(0), start.uuid(1));
        }
        return rows.list(query.plus(" order by family_name collate \"C\", id limit ?", limit + 1), StaffView::of);
    }
}
