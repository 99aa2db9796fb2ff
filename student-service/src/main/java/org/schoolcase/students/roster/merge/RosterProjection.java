package org.schoolcase.students.roster.merge;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.ownership.FieldOwners;
import org.schoolcase.students.staff.StaffProfile;
import org.schoolcase.students.student.StudentProfile;

/**
 * Carries roster rows into the suite's own records: schools, students, guardians, staff, and who teaches whom. Each batch of people
 * is one transaction, in which the profiles of those who really changed are told to the other services.
 */
final class RosterProjection {

    private static final int MOST = 4_000;
    private static final List<String> OWN =
            List.of("student", "guardian", "student_guardian", "roster_agent", "staff", "teacher_student");

    private static final List<String> TEMPORARY = List.of(
            "batch (user_id uuid PRIMARY KEY)",
            "source (user_id uuid, source_id uuid PRIMARY KEY)",
            "told (id uuid PRIMARY KEY)",
            FamilySql.TEMPORARY,
            "taught (staff_id uuid, student_id uuid, begins_on date, ends_on date, PRIMARY KEY (student_id, staff_id))");

    private static final String SCHOOLS = """
            INSERT INTO school (id, sourced_id, name, type, active)
            SELECT o.id, o.sourced_id, o.name, o.type, o.status = 'ACTIVE'
              FROM roster_org o LEFT JOIN school s ON s.id = o.id
             WHERE s.id IS NULL OR (s.name, s.type, s.active) IS DISTINCT FROM (o.name, o.type, o.status = 'ACTIVE')
            ON CONFLICT (district_id, id) DO UPDATE
               SET name = excluded.name, type = excluded.type, active = excluded.active
            """;

    private static final String ANY_TOUCHED =
            "SELECT CASE WHEN EXISTS (SELECT FROM roster_touched_user) THEN 1 ELSE 0 END";

    private static final String TAKE = """
            WITH taken AS (
                DELETE FROM roster_touched_user
                 WHERE user_id IN (SELECT user_id FROM roster_touched_user ORDER BY user_id LIMIT ?)
                RETURNING user_id)
            INSERT INTO batch SELECT user_id FROM taken
            """;

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

    /** Who teaches each class on which days, and how long its terms last: read once, since every batch asks of most classes. */
    private static final List<String> TEACHING =
            List.of("""
            CREATE TEMPORARY TABLE teaching AS
            SELECT t.class_id, t.user_id, t.begin_date, t.end_date, terms.first, terms.last
              FROM roster_enrollment t
              JOIN roster_class c ON c.id = t.class_id AND c.status = 'ACTIVE'
             CROSS JOIN LATERAL (SELECT min(s.start_date) AS first, max(s.end_date) AS last
                                   FROM roster_academic_session s WHERE s.id = ANY (c.term_ids)) terms
             WHERE t.role = 'teacher' AND t.status = 'ACTIVE'
            """, "CREATE INDEX ON teaching (class_id)", "ANALYZE teaching");

    /** The days that both are in a class; an enrollment without dates counts as long as the terms of its class. */
    private static final String TAUGHT = """
            WITH learner AS MATERIALIZED (
                SELECT b.user_id, e.class_id, e.begin_date, e.end_date
                  FROM source b
                  JOIN student own ON own.id = b.user_id
                  JOIN roster_enrollment e ON e.user_id = b.source_id AND e.role = 'student' AND e.status = 'ACTIVE')
            INSERT INTO %s (staff_id, student_id, begins_on, ends_on)
            SELECT t.user_id, l.user_id,
                   min(greatest(coalesce(l.begin_date, t.first, '-infinity'), coalesce(t.begin_date, t.first, '-infinity'))),
                   max(least(coalesce(l.end_date - 1, t.last, 'infinity'), coalesce(t.end_date - 1, t.last, 'infinity')))
              FROM learner l
              JOIN teaching t ON t.class_id = l.class_id
             GROUP BY t.user_id, l.user_id
            """;

    private static final String TAUGHT_BEFORE = """
            SELECT CASE WHEN EXISTS (SELECT FROM batch b JOIN teacher_student t ON t.student_id = b.user_id) THEN 1 ELSE 0 END
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

    /** OFFSET keeps the view a look-up per person: its parts would be read as a whole for every batch otherwise. */
    private static final String TELL = """
            INSERT INTO outbox_event (id, topic, event_key, type, occurred_at, data, traceparent)
            SELECT uuidv7(), ?, CAST(t.id AS text), ?, now(), p.profile, ?
              FROM told t
             CROSS JOIN LATERAL (SELECT v.profile FROM %2$s v WHERE v.%1$s = t.id OFFSET 0) p
            """;

    private final DistrictSession session;
    private final ImportRun.Checkpoint checkpoint;
    private final @Nullable String traceparent;
    private final ChunkSize batch;

    /** With the trace of the request that sent the roster, which its events go on. */
    RosterProjection(DistrictSession session, ImportRun.Checkpoint checkpoint, @Nullable String traceparent) {
        this.session = session;
        this.checkpoint = checkpoint;
        this.batch = new ChunkSize(MOST, checkpoint::isQuiet);
        this.traceparent = traceparent;
    }

    void carryOver() throws SQLException {
        for (var table : TEMPORARY) {
            session.update("CREATE TEMPORARY TABLE IF NOT EXISTS " + table + " ON COMMIT DELETE ROWS");
        }
        session.update(SCHOOLS);
        if (session.number(ANY_TOUCHED) == 0) {
            return;
        }
        for (var statement : TEACHING) {
            session.update(statement);
        }
        var own = OWN.stream().map(table -> new Statistics(session, table)).toList();
        var people = people();
        var taken = new int[] {1};
        while (taken[0] > 0) {
            long start = System.nanoTime();
            session.inTransaction(() -> taken[0] = carryOverBatch(people));
            batch.took(taken[0], System.nanoTime() - start);
            session.update("NOTIFY outbox");
            for (var table : own) {
                table.wrote(taken[0]);
            }
            if (taken[0] > 0) {
                checkpoint.reached("", 0);
            }
        }
    }

    private PeopleSql people() throws SQLException {
        var settled = new HashMap<String, String>();
        session.query(FieldOwners.SETTLED, row -> settled.put(row.getString(1), row.getString(2)));
        return new PeopleSql(FieldOwners.complete(settled));
    }

    private int carryOverBatch(PeopleSql people) throws SQLException {
        int taken = session.update(TAKE, batch.rows());
        if (taken > 0) {
            for (var statement : FOLLOW_MERGES) {
                session.update(statement);
            }
            session.update(people.students());
            if (people.carriesGuardians()) {
                session.update(people.guardians());
            }
            carryOverFamilies();
            session.update(
                    TELL.formatted("student_id", "student_profile_json"),
                    StudentProfile.TOPIC,
                    StudentProfile.TYPE,
                    traceparent);
            session.update("TRUNCATE told");
            session.update(people.staff());
            session.update(
                    TELL.formatted("staff_id", "staff_profile_json"),
                    StaffProfile.TOPIC,
                    StaffProfile.TYPE,
                    traceparent);
            carryOverTeaching();
            session.update(PeopleSql.SETTLED, people.local());
            session.update(PeopleSql.CONFLICTS, people.local());
        }
        return taken;
    }

    private void carryOverFamilies() throws SQLException {
        session.update(FamilySql.LISTED);
        session.update(FamilySql.KIN);
        session.update(FamilySql.FAMILIES);
    }

    /** Students who had no teachers need no comparison. */
    private void carryOverTeaching() throws SQLException {
        if (session.number(TAUGHT_BEFORE) == 0) {
            session.update(TAUGHT.formatted("teacher_student"));
        } else {
            session.update(TAUGHT.formatted("taught"));
            session.update(NO_LONGER_TAUGHT);
            session.update(NOW_TAUGHT);
        }
    }
}
