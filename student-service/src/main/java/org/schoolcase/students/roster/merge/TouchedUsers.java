package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;

/** Notes, in the transaction of a chunk, whose own records must follow the roster rows that the chunk changed. */
final class TouchedUsers {

    private static final String PEOPLE =
            "INSERT INTO roster_touched_user (user_id) SELECT unnest(CAST(? AS uuid[])) ON CONFLICT DO NOTHING";
    private static final String STUDENTS_OF_TEACHERS = """
            INSERT INTO roster_touched_user (user_id)
            SELECT DISTINCT user_id FROM roster_enrollment
             WHERE class_id = ANY (CAST(? AS uuid[])) AND role = 'student'
            ON CONFLICT DO NOTHING
            """;

    private final DistrictSession session;
    private final IdSet noted = new IdSet();

    TouchedUsers(DistrictSession session) {
        this.session = session;
    }

    /** Most people are touched by several files; whom this import has noted it need not note again. */
    void note(Collection<UUID> people) throws SQLException {
        var fresh = new ArrayList<UUID>();
        people.forEach(person -> {
            if (noted.add(person)) {
                fresh.add(person);
            }
        });
        if (!fresh.isEmpty()) {
            session.update(PEOPLE, DistrictSession.array(fresh));
        }
    }

    void noteStudentsOf(Collection<UUID> classes) throws SQLException {
        if (!classes.isEmpty()) {
            session.update(STUDENTS_OF_TEACHERS, DistrictSession.array(classes));
        }
    }
}
