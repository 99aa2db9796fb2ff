package org.schoolcase.students.enrollment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.enrollment.SchoolHistory.Change;
import org.schoolcase.students.enrollment.SchoolHistory.Role;

/** What the roster and the record say of the schools and classes of a student. */
@ApplicationScoped
class EnrollmentRepository {

    /** More roles, or changes of schools, than a life at school has. */
    private static final int MOST = 500;

    /** OneRoster ends are the day after the last; a role that the roster dropped ended when it was dropped. */
    private static final String ROLE = """
            select r.user_id, r.org_id, r.begin_date,
                   coalesce(r.end_date - 1, case r.status when 'TO_BE_DELETED' then (r.date_last_modified at time zone
                       (select d.time_zone from district d where d.id = r.district_id))::date end) as last_day
              from roster_role r join roster_org o on o.id = r.org_id and o.type = 'school'
             where r.role = 'student'\s""";

    private static final String ROLES = ROLE + "and r.user_id = ? order by r.id limit ?";
    static final String ROLES_OF_MANY = ROLE + "and r.user_id = any(?) order by r.id";

    private static final String CHANGE = """
            select student_id, valid_from, old_value, new_value from student_field_change
             where field = 'SCHOOL_IDS' and valid_from > '-infinity'\s""";

    private static final String CHANGES = CHANGE + "and student_id = ? order by recorded_at, id limit ?";
    static final String CHANGES_OF_MANY = CHANGE + "and student_id = any(?) order by recorded_at, id";

    private static final String CLASSES = """
            select e.id, e.class_id, c.title, e.school_id, e.begin_date, e.end_date - 1 as last_day, e.status = 'ACTIVE' as active
              from roster_enrollment e join roster_class c on c.id = e.class_id
             where e.user_id = ? and e.role = 'student'""";

    private final Rows rows;
    private final ObjectMapper json;

    EnrollmentRepository(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    List<Role> roles(UUID studentId) {
        return rows.list(Query.of(ROLES, studentId, MOST), EnrollmentRepository::role);
    }

    List<Change> changes(UUID studentId) {
        return rows.list(Query.of(CHANGES, studentId, MOST), this::change);
    }

    Set<UUID> now(UUID studentId) {
        var query = Query.of("select school_ids from student where id = ? and active", studentId);
        return rows.first(query, row -> Set.copyOf(Rows.uuids(row, "school_ids")))
                .orElse(Set.of());
    }

    Map<UUID, String> names(Set<UUID> schools) {
        var names = new HashMap<UUID, String>();
        var query = Query.of("select id, name from school where id = any (?)", (Object) schools.toArray(UUID[]::new));
        rows.list(query, row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .forEach(found -> names.put(found.getKey(), found.getValue()));
        return names;
    }

    /** By id, one row more than the page holds. */
    List<ClassEnrollmentView> classes(UUID studentId, int limit, Cursor start) {
        var query = Query.of(CLASSES, studentId);
        if (!start.isStart()) {
            query = query.and("e.id > ?", start.uuid(0));
        }
        return rows.list(query.plus(" order by e.id limit ?", limit + 1), EnrollmentRepository::enrollment);
    }

    static Role role(ResultSet row) throws SQLException {
        return new Role(
                row.getObject("org_id", UUID.class),
                row.getObject("begin_date", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getObject("valid_from", LocalDate.class),
                ids(row.getString("old_value")),
                ids(row.getString("new_value")));
    }

    private static ClassEnrollmentView enrollment(ResultSet row) throws SQLException {
        return new ClassEnrollmentView(
                row.getObject("id", UUID.class),
                row.getObject("class_id", UUID.class),
                row.getString("title"),
                row.getObject("school_id", UUID.class),
                row.getObject("begin_date", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getBoolean("active"));
    }

    private List<UUID> ids(@Nullable String value) {
        try {
            return value == null ? List.of() : List.of(json.readValue(value, UUID[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The history of schools holds no ids", e);
        }
    }
}
