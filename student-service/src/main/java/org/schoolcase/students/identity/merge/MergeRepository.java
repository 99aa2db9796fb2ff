package org.schoolcase.students.identity.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Merges, what they moved, and the two records. */
@ApplicationScoped
class MergeRepository {

    private record Locked(UUID id, boolean alone) {}

    private static final String BY_ID = "select " + Merge.COLUMNS + " from student_merge where id = ?";

    private static final String LOCK =
            "select id, merged_into is null as alone from student where id in (?, ?) order by id"
                    + " for no key update";

    private static final String LOCK_ALL_OR_NONE = "select lock_students(?, interval '5 seconds')";

    private static final String WAIT =
            "select pg_advisory_xact_lock(hashtextextended('student-identity ' || current_district(), 0))";

    private static final String STORE = """
            insert into student_merge (id, review_id, merged_id, surviving_id, state, reason, merged_at, merged_by, before)
            select ?, ?, m.id, s.id, 'MERGED', ?, ?, ?,
                   jsonb_build_object('mergedActive', m.active,
                       'birthDate', s.birth_date, 'middleName', s.middle_name, 'preferredGivenName', s.preferred_given_name,
                       'preferredFamilyName', s.preferred_family_name, 'homeLanguages', to_jsonb(s.home_languages),
                       'schoolIds', to_jsonb(s.school_ids), 'active', s.active)
              from student m, student s where m.id = ? and s.id = ?
            """;

    private static final String FILL_UP = """
            update student s
               set birth_date = coalesce(s.birth_date, m.birth_date),
                   middle_name = coalesce(s.middle_name, m.middle_name),
                   preferred_given_name = coalesce(s.preferred_given_name, m.preferred_given_name),
                   preferred_family_name = coalesce(s.preferred_family_name, m.preferred_family_name),
                   home_languages = case s.home_languages when '{}' then m.home_languages else s.home_languages end,
                   school_ids = s.school_ids || array(select x from unnest(m.school_ids) x where x <> all (s.school_ids)),
                   active = s.active or m.active
              from student m where m.id = ? and s.id = ?
            """;

    private static final String NOTE_FILLED = """
            update student_merge g
               set before = g.before || jsonb_build_object('after', jsonb_build_object(
                       'birthDate', s.birth_date, 'middleName', s.middle_name, 'preferredGivenName', s.preferred_given_name,
                       'preferredFamilyName', s.preferred_family_name, 'homeLanguages', to_jsonb(s.home_languages),
                       'schoolIds', to_jsonb(s.school_ids), 'active', s.active))
              from student s where g.id = ? and s.id = g.surviving_id
            """;

    /** A field that somebody has changed since keeps his value. */
    private static final String EMPTY_AGAIN = """
            update student s
               set birth_date = case when g.after ->> 'birthDate' = s.birth_date::text
                                     then (g.before ->> 'birthDate')::date else s.birth_date end,
                   middle_name = case when g.after ->> 'middleName' = s.middle_name
                                      then g.before ->> 'middleName' else s.middle_name end,
                   preferred_given_name = case when g.after ->> 'preferredGivenName' = s.preferred_given_name
                                               then g.before ->> 'preferredGivenName' else s.preferred_given_name end,
                   preferred_family_name = case when g.after ->> 'preferredFamilyName' = s.preferred_family_name
                                                then g.before ->> 'preferredFamilyName' else s.preferred_family_name end,
                   home_languages = case when g.after -> 'homeLanguages' = to_jsonb(s.home_languages)
                                         then array(select x from jsonb_array_elements_text(g.before -> 'homeLanguages')
                                                      with ordinality as t (x, n) order by n)
                                         else s.home_languages end,
                   school_ids = case when g.after -> 'schoolIds' = to_jsonb(s.school_ids)
                                     then array(select x::uuid from jsonb_array_elements_text(g.before -> 'schoolIds')
                                                  with ordinality as t (x, n) order by n)
                                     else s.school_ids end,
                   active = case when (g.after ->> 'active')::boolean = s.active
                                 then (g.before ->> 'active')::boolean else s.active end
              from (select surviving_id, before, before -> 'after' as after from student_merge where id = ?) g
             where s.id = g.surviving_id
            """;

    private static final String SAY_WHY =
            "select set_config('app.change', jsonb_build_object('kind', 'CHANGE', 'by', ?::text, 'reason', ?::text)::text, true)";

    private static final String STAND_STILL = "update student set merged_into = ?, active = false where id = ?";

    private static final String GO_ON = """
            update student s set merged_into = null, active = (g.before ->> 'mergedActive')::boolean
              from student_merge g where g.id = ? and s.id = g.merged_id
            """;

    private static final String UNDO = """
            update student_merge set state = 'UNDONE', undone_at = ?, undone_by = ?, undo_reason = ?, version = version + 1
             where id = ?
            """;

    /** The next import looks at both again, their indicators are computed and their likeness to others is weighed anew. */
    private static final String LOOK_AGAIN = """
            with ids as (select id, merged_into is null as alone from student where id in (?, ?)), roster as (
                insert into roster_touched_user (user_id) select id from ids on conflict do nothing),
            indicators as (
                insert into indicator_dirty (student_id) select id from ids where alone
                on conflict (district_id, student_id) do update set marked_at = now())
            insert into student_identity_work (student_id) select id from ids
            on conflict (district_id, student_id) do update set student_id = excluded.student_id
            """;

    private final Rows rows;
    private final StudentTables tables;

    MergeRepository(Rows rows, StudentTables tables) {
        this.rows = rows;
        this.tables = tables;
    }

    Optional<Merge> find(UUID id) {
        return rows.first(Query.of(BY_ID, id), Merge::of);
    }

    Optional<Merge> findForUpdate(UUID id) {
        return rows.first(Query.of(BY_ID, id).plus(" for update"), Merge::of);
    }

    /** Waits for the worker that compares students, and for other decisions of the district: they lock the same rows. */
    void waitForOthers() {
        rows.first(Query.of(WAIT), row -> true);
    }

    /** Waits for those who are just writing the two, without holding either meanwhile; refuses when that takes too long. */
    void lockBoth(UUID one, UUID other) {
        var locked = rows.first(Query.of(LOCK_ALL_OR_NONE, (Object) new UUID[] {one, other}), row -> row.getBoolean(1));
        if (!locked.orElse(false)) {
            throw ProblemException.conflict("student.busy", "One of the two records is just being written; try again.");
        }
    }

    /** Locks both records; true when both are there and neither is merged into another, nor being written if that is not waited for. */
    boolean lockBothAlone(UUID one, UUID other, boolean patient) {
        if (patient) {
            lockBoth(one, other);
        }
        var query = Query.of(LOCK, one, other).plus(patient ? "" : " skip locked");
        var found = rows.list(query, row -> row.getBoolean("alone"));
        return found.size() == 2 && !found.contains(false);
    }

    /** Locks both; true when the one is merged into the other, which goes on. */
    boolean lockBothMerged(UUID merged, UUID surviving) {
        lockBoth(merged, surviving);
        var found = rows.list(
                Query.of(LOCK, merged, surviving),
                row -> new Locked(row.getObject("id", UUID.class), row.getBoolean("alone")));
        return found.size() == 2
                && found.contains(new Locked(surviving, true))
                && found.contains(new Locked(merged, false));
    }

    /** What the history of the two records' fields says of the changes in this transaction. */
    void because(String actor, String reason) {
        rows.first(Query.of(SAY_WHY, actor, reason), row -> true);
    }

    void merge(Merge merge, String actor) {
        rows.write(
                STORE,
                merge.id(),
                merge.reviewId(),
                merge.reason(),
                at(merge.mergedAt()),
                actor,
                merge.mergedId(),
                merge.survivingId());
        rows.write(FILL_UP, merge.mergedId(), merge.survivingId());
        rows.write(NOTE_FILLED, merge.id());
        for (var place : tables.moving()) {
            rows.write(
                    "call move_student_rows(?, ?, ?, ?, ?)",
                    merge.id(),
                    place.table(),
                    place.column(),
                    merge.mergedId(),
                    merge.survivingId());
        }
        rows.write(STAND_STILL, merge.survivingId(), merge.mergedId());
        rows.write(LOOK_AGAIN, merge.mergedId(), merge.survivingId());
    }

    void undo(Merge merge, Instant now, String actor, String reason) {
        rows.write(GO_ON, merge.id());
        for (var place : movedPlaces(merge.id())) {
            rows.write(
                    "call restore_student_rows(?, ?, ?, ?)",
                    merge.id(),
                    place.table(),
                    place.column(),
                    merge.mergedId());
        }
        rows.write(EMPTY_AGAIN, merge.id());
        rows.write(UNDO, at(now), actor, reason, merge.id());
        rows.write(LOOK_AGAIN, merge.mergedId(), merge.survivingId());
    }

    private List<StudentTables.Place> movedPlaces(UUID mergeId) {
        return rows.list(
                Query.of(
                        "select distinct table_name, column_name from student_merge_row where merge_id = ? and moved",
                        mergeId),
                row -> new StudentTables.Place(row.getString("table_name"), row.getString("column_name")));
    }

    /** How many rows of each table followed, and how many stayed. */
    List<MergeView.Moved> moved(UUID mergeId) {
        var query = Query.of("""
                select table_name, count(*) filter (where moved) as moved, count(*) filter (where not moved) as kept_back
                  from student_merge_row where merge_id = ? group by table_name order by table_name""", mergeId);
        return rows.list(
                query,
                row -> new MergeView.Moved(
                        row.getString("table_name"), row.getLong("moved"), row.getLong("kept_back")));
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
