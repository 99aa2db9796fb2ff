package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import org.schoolcase.students.roster.oneroster.RosterFile;

/** Notes, in the transaction of a chunk, whose own records must follow the roster rows that the chunk changed. */
final class TouchedUsers {

    private static final String PEOPLE = """
            INSERT INTO roster_touched_user (user_id)
            SELECT user_id FROM merged WHERE user_id IS NOT NULL
            UNION SELECT former_user_id FROM merged WHERE former_user_id IS NOT NULL
            ON CONFLICT DO NOTHING
            """;
    private static final String STUDENTS_OF_TEACHERS = """
            INSERT INTO roster_touched_user (user_id)
            SELECT DISTINCT learner.user_id
              FROM (SELECT DISTINCT taught_class_id FROM merged WHERE taught_class_id IS NOT NULL) c
              JOIN roster_enrollment learner ON learner.class_id = c.taught_class_id AND learner.role = 'student'
            ON CONFLICT DO NOTHING
            """;

    private final DistrictSession session;
    private final RosterFile file;

    TouchedUsers(DistrictSession session, RosterFile file) {
        this.session = session;
        this.file = file;
    }

    void note() throws SQLException {
        switch (file) {
            case USERS, ROLES, DEMOGRAPHICS -> session.update(PEOPLE);
            case ENROLLMENTS -> {
                session.update(PEOPLE);
                session.update(STUDENTS_OF_TEACHERS);
            }
            case ORGS, ACADEMIC_SESSIONS, COURSES, CLASSES -> {
                // No person's record depends on these.
            }
        }
    }
}
