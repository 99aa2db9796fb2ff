package org.schoolcase.students.privacy.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.destruction.DestructionView.Count;

/** What this service itself keeps of a student, and its destruction. */
@ApplicationScoped
class OwnRecord {

    private static final String SERVICE = "student-service";

    /** That of the worker that compares students: it makes keys of a record, and would wait for its end as this for the keys'. */
    private static final String WAIT =
            "select pg_advisory_xact_lock(hashtextextended('student-identity ' || current_district(), 0))";

    private final Rows rows;

    OwnRecord(Rows rows) {
        this.rows = rows;
    }

    boolean isAtSchool(UUID studentId) {
        return rows.first(Query.of("select active from student where id = ?", studentId), row -> row.getBoolean(1))
                .orElse(false);
    }

    /** Destroys it; guardians who have no other child here go with it. */
    @Transactional(TxType.MANDATORY)
    List<Count> destroy(UUID studentId, boolean whole, Instant now) {
        rows.first(Query.of(WAIT), _ -> true);
        var guardians = rows.list(
                Query.of("select guardian_id from student_guardian where student_id = ?", studentId),
                row -> row.getObject(1, UUID.class));
        var counts = new ArrayList<>(rows.list(
                Query.of("select kind, destroyed from destroy_record(?, ?)", studentId, whole),
                row -> new Count(SERVICE, row.getString(1), row.getLong(2), now)));
        var orphans = rows.write(
                "delete from guardian g where g.id = any(?)"
                        + " and not exists (select from student_guardian r where r.guardian_id = g.id)",
                (Object) guardians.toArray(UUID[]::new));
        if (orphans > 0) {
            counts.add(new Count(SERVICE, "guardian", orphans, now));
        }
        if (!whole) {
            trim(studentId);
        }
        return counts;
    }

    /** Of the permanent record only what 34 CFR 300.624(b) names may stay. */
    private void trim(UUID studentId) {
        rows.write(
                "update student set birth_date = null, preferred_given_name = null, version = version + 1 where id = ?",
                studentId);
        rows.write(
                "update roster_user set email = null, sms = null, pronouns = null, metadata = null, agent_ids = null"
                        + " where id = ?",
                studentId);
    }
}
