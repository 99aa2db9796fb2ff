package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.List;
import org.schoolcase.students.staff.StaffProfile;
import org.schoolcase.students.student.StudentProfile;

/**
 * Carries roster rows into the suite's own records: schools, students, staff, and who teaches whom. Each batch of people
 * is one transaction, in which the profiles of those who really changed are told to the other services.
 */
final class RosterProjection {

    private static final int BATCH = 1_000;
    private static final List<String> OWN = List.of("student", "staff", "teacher_student");

    private static final List<String> TEMPORARY = List.of(
            "batch (user_id uuid PRIMARY KEY)",
            "source (user_id uuid, source_id uuid PRIMARY KEY)",
            "told (id uuid PRIMARY KEY)",
            "taught (staff_id uuid, student_id uuid, begins_on date, ends_on date, PRIMARY KEY (student_id, staff_id))");

    private static final String SCHOOLS = """
            INSERT INTO school (id, sourced_id, name, type, active)
            SELECT o.id, o.sourced_id, o.name, o.type, o.status = 'ACTIVE'
              FROM roster_org o LEFT JOIN school s ON s.id = o.id
             WHERE s.id IS NULL OR (s.name, s.type, s.active) IS DISTINCT FROM (o.name, o.type, o.status = 'ACTIVE')
            ON CONFLICT (district_id, id) DO UPDATE
               SET name = excluded.name, type = excluded.type, active = excluded.active
            """;

    private static final String TAKE = """
            WITH taken AS (
                DELETE FROM roster_touched_user
                 WHERE user_id IN (SELECT user_id FROM roster_touched_user ORDER BY user_id LIMIT %d)
                RETURNING user_id)
            INSERT INTO batch SELECT user_id FROM taken
            """.formatted(BATCH);

    /** The student with whom a record was merged is looked at instead of it. */
    private static final List<String> FOLLOW_MERGES = List.of(
            """
            INSERT INTO batch SELECT m.merged_into FROM student m JOIN batch b ON b.user_id = m.id
             WHERE m.merged_into IS NOT NULL
            ON CONFLICT DO NOTHING
            """, "DELETE FROM batch b USING student m WHERE m.id = b.user_id AND m.merged_into IS NOT NULL", """
            INSERT INTO source
            SELECT user_id, user_id FROM batch
            UNION ALL SELECT m.merged_into, m.id FROM student m JOIN batch b ON b.user_id = m.merged_into
             WHERE m.merged_into IS NOT NULL
            """);

    /** Roles in force, per person: the schools with the primary one first, and the words of the roles. */
    private static final String ROLES_IN_FORCE = """
            SELECT b.user_id,
                   array_agg(DISTINCT r.role) AS roles,
                   (array_agg(r.org_id ORDER BY r.role_type, r.org_id) FILTER (WHERE o.type = 'school')) AS schools
              FROM source b
              JOIN roster_role r ON r.user_id = b.source_id AND r.status = 'ACTIVE'
                   AND (r.begin_date IS NULL OR r.begin_date <= current_date)
                   AND (r.end_date IS NULL OR r.end_date > current_date)
              JOIN roster_org o ON o.id = r.org_id
             WHERE r.role %s
             GROUP BY b.user_id
            """;

    private static final String STUDENTS = """
            WITH held AS (%s), person AS (
                SELECT DISTINCT ON (x.user_id) x.user_id AS student_id, u.*
                  FROM source x JOIN roster_user u ON u.id = x.source_id
                 ORDER BY x.user_id, u.status = 'ACTIVE' DESC, x.source_id = x.user_id DESC, x.source_id), changed AS (
                INSERT INTO student AS t (id, sourced_id, given_name, middle_name, family_name, preferred_given_name,
                                          birth_date, grade, school_ids, active)
                SELECT u.student_id, coalesce(own.sourced_id, u.sourced_id), u.given_name, u.middle_name, u.family_name, u.preferred_given_name,
                       d.birth_date, u.grades[1], coalesce(h.schools, '{}'), u.status = 'ACTIVE' AND h.user_id IS NOT NULL
                  FROM batch b
                  JOIN person u ON u.student_id = b.user_id
                  LEFT JOIN held h ON h.user_id = u.student_id
                  LEFT JOIN roster_demographics d ON d.id = u.id AND d.status = 'ACTIVE'
                  LEFT JOIN student own ON own.id = u.student_id
                 WHERE h.user_id IS NOT NULL OR own.id IS NOT NULL
                ON CONFLICT (district_id, id) DO UPDATE
                   SET given_name = excluded.given_name, middle_name = excluded.middle_name,
                       family_name = excluded.family_name, birth_date = coalesce(excluded.birth_date, t.birth_date),
                       grade = excluded.grade, school_ids = excluded.school_ids, active = excluded.active,
                       version = t.version + 1
                 WHERE (t.given_name, t.middle_name, t.family_name, t.birth_date, t.grade, t.school_ids, t.active)
                       IS DISTINCT FROM
                       (excluded.given_name, excluded.middle_name, excluded.family_name,
                        coalesce(excluded.birth_date, t.birth_date), excluded.grade, excluded.school_ids, excluded.active)
                RETURNING t.id)
            INSERT INTO told SELECT id FROM changed
            """.formatted(ROLES_IN_FORCE.formatted("= 'student'"));

    private static final String STAFF =
            """
            WITH held AS (%s), changed AS (
                INSERT INTO staff AS t (id, sourced_id, given_name, family_name, email, roles, school_ids, active)
                SELECT u.id, u.sourced_id, u.given_name, u.family_name, u.email, coalesce(h.roles, '{}'),
                       coalesce(h.schools, '{}'), u.status = 'ACTIVE' AND h.user_id IS NOT NULL
                  FROM batch b
                  JOIN roster_user u ON u.id = b.user_id
                  LEFT JOIN held h ON h.user_id = u.id
                  LEFT JOIN staff own ON own.id = u.id
                 WHERE h.user_id IS NOT NULL OR own.id IS NOT NULL
                ON CONFLICT (district_id, id) DO UPDATE
                   SET given_name = excluded.given_name, family_name = excluded.family_name, email = excluded.email,
                       roles = excluded.roles, school_ids = excluded.school_ids, active = excluded.active,
                       version = t.version + 1
                 WHERE (t.given_name, t.family_name, t.email, t.roles, t.school_ids, t.active) IS DISTINCT FROM
                       (excluded.given_name, excluded.family_name, excluded.email, excluded.roles,
                        excluded.school_ids, excluded.active)
                RETURNING t.id)
            INSERT INTO told SELECT id FROM changed
            """.formatted(ROLES_IN_FORCE.formatted("NOT IN ('student', 'guardian', 'parent', 'relative')"));

    /** The days that both are in a class; an enrollment without dates counts as long as the terms of its class. */
    private static final String TAUGHT = """
            INSERT INTO taught
            SELECT teacher.user_id AS staff_id, b.user_id AS student_id,
                   min(greatest(coalesce(learner.begin_date, term.first, '-infinity'),
                                coalesce(teacher.begin_date, term.first, '-infinity'))) AS begins_on,
                   max(least(coalesce(learner.end_date - 1, term.last, 'infinity'),
                             coalesce(teacher.end_date - 1, term.last, 'infinity'))) AS ends_on
              FROM source b
              JOIN student own ON own.id = b.user_id
              JOIN roster_enrollment learner ON learner.user_id = b.source_id AND learner.role = 'student'
                   AND learner.status = 'ACTIVE'
              JOIN roster_enrollment teacher ON teacher.class_id = learner.class_id AND teacher.role = 'teacher'
                   AND teacher.status = 'ACTIVE'
              JOIN roster_class c ON c.id = learner.class_id AND c.status = 'ACTIVE'
              LEFT JOIN LATERAL (SELECT min(s.start_date) AS first, max(s.end_date) AS last
                                   FROM roster_academic_session s WHERE s.id = ANY (c.term_ids)) term ON true
             GROUP BY teacher.user_id, b.user_id
            """;

    private static final String NO_LONGER_TAUGHT = """
            DELETE FROM teacher_student t USING batch b
             WHERE t.student_id = b.user_id
               AND NOT EXISTS (SELECT FROM taught w WHERE w.staff_id = t.staff_id AND w.student_id = t.student_id)
            """;

    private static final String NOW_TAUGHT = """
            INSERT INTO teacher_student AS t (staff_id, student_id, begins_on, ends_on)
            SELECT staff_id, student_id, begins_on, ends_on FROM taught
            ON CONFLICT (district_id, staff_id, student_id) DO UPDATE
               SET begins_on = excluded.begins_on, ends_on = excluded.ends_on
             WHERE (t.begins_on, t.ends_on) IS DISTINCT FROM (excluded.begins_on, excluded.ends_on)
            """;

    private static final String TELL = """
            INSERT INTO outbox_event (id, topic, event_key, type, occurred_at, data)
            SELECT uuidv7(), ?, CAST(p.%1$s AS text), ?, now(), p.profile
              FROM %2$s p WHERE p.%1$s IN (SELECT id FROM told)
            """;

    private final DistrictSession session;
    private final ImportRun.Checkpoint checkpoint;

    RosterProjection(DistrictSession session, ImportRun.Checkpoint checkpoint) {
        this.session = session;
        this.checkpoint = checkpoint;
    }

    void carryOver() throws SQLException {
        for (var table : TEMPORARY) {
            session.update("CREATE TEMPORARY TABLE IF NOT EXISTS " + table + " ON COMMIT DELETE ROWS");
        }
        session.update(SCHOOLS);
        var own = OWN.stream().map(table -> new Statistics(session, table)).toList();
        var taken = new int[] {1};
        while (taken[0] > 0) {
            session.inTransaction(() -> taken[0] = carryOverBatch());
            session.update("NOTIFY outbox");
            for (var table : own) {
                table.wrote(taken[0]);
            }
            checkpoint.reached("", 0);
        }
    }

    private int carryOverBatch() throws SQLException {
        int taken = session.update(TAKE);
        if (taken > 0) {
            for (var statement : FOLLOW_MERGES) {
                session.update(statement);
            }
            session.update(STUDENTS);
            session.update(
                    TELL.formatted("student_id", "student_profile_json"), StudentProfile.TOPIC, StudentProfile.TYPE);
            session.update("TRUNCATE told");
            session.update(STAFF);
            session.update(TELL.formatted("staff_id", "staff_profile_json"), StaffProfile.TOPIC, StaffProfile.TYPE);
            session.update(TAUGHT);
            session.update(NO_LONGER_TAUGHT);
            session.update(NOW_TAUGHT);
        }
        return taken;
    }
}
