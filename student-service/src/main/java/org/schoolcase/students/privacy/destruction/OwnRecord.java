package org.schoolcase.students.privacy.destruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Destroys it, with the records that were merged into it; guardians who have no other child here go with it. */
    @Transactional(TxType.MANDATORY)
    List<Count> destroy(UUID studentId, boolean whole, Instant now) {
        rows.first(Query.of(WAIT), _ -> true);
        var records = rows.list(
                Query.of(
                        "select id from student where id = ? or merged_into = ? order by merged_into",
                        studentId,
                        studentId),
                row -> row.getObject(1, UUID.class));
        var guardians = rows.list(
                Query.of("select guardian_id from student_guardian where student_id = any(?)", (Object) array(records)),
                row -> row.getObject(1, UUID.class));
        var destroyed = new TreeMap<String, Long>();
        records.forEach(record -> destroy(record, whole, destroyed));
        var orphans = rows.write(
                "delete from guardian g where g.id = any(?)"
                        + " and not exists (select from student_guardian r where r.guardian_id = g.id)",
                (Object) array(guardians));
        if (orphans > 0) {
            destroyed.put("guardian", (long) orphans);
        }
        return destroyed.entrySet().stream()
                .map(kind -> new Count(SERVICE, kind.getKey(), kind.getValue(), now))
                .toList();
    }

    private void destroy(UUID record, boolean whole, Map<String, Long> destroyed) {
        if (!whole) {
            trim(record); // first, because the history of the fields takes down what was trimmed and is destroyed after
        }
        rows.list(
                        Query.of("select kind, destroyed from destroy_record(?, ?)", record, whole),
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(kind -> destroyed.merge(kind.getKey(), kind.getValue(), Long::sum));
    }

    /** Of the permanent record only what 34 CFR 300.624(b) names may stay. */
    private void trim(UUID record) {
        rows.first(Query.of("select set_config('app.destruction', 'true', true)"), _ -> true);
        rows.write("""
                update student set birth_date = null, preferred_given_name = null, preferred_family_name = null,
                                   home_languages = '{}', language = default, version = version + 1
                 where id = ?""", record);
        rows.write(
                "update roster_user set email = null, sms = null, pronouns = null, metadata = null, agent_ids = null"
                        + " where id = ?",
                record);
        rows.write("""
                update student_merge m
                   set before = m.before - t.names || jsonb_build_object('after', (m.before -> 'after') - t.names)
                  from (select '{birthDate,preferredGivenName,preferredFamilyName,homeLanguages}'::text[] as names) t
                 where surviving_id = ?""", record);
    }

    private static UUID[] array(List<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
