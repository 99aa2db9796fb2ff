package org.schoolcase.students.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.Relation;

/**
 * The search itself, one select. Each fragment of the text must fit a part of the student's names, in any order: the part
 * itself (rank 0), its beginning (1), its inside (2), something at most two slips away (3), or something that sounds like it
 * (4). Best sum first. The list is sorted before the first student is looked at, and ends with the page.
 */
@ApplicationScoped
class StudentSearch {

    /** A student found, with the keys of his place in the list. */
    record Hit(long rank, String sortName, UUID id, StudentFound student) {}

    private static final String COLUMNS = "s.id, s.given_name, s.middle_name, s.family_name, s.preferred_given_name,"
            + " s.birth_date, s.grade, s.school_ids, s.active, s.sort_name";

    /** Equality and order only: under row-level security nothing else is served by an index. */
    private static final String PARTS = """
            with frag as (
                select n::int, f from unnest((string_to_array(fold_name(?), ' '))[1:5]) with ordinality as t (f, n)),
            near as (
                select f.n, p.part, case when p.part = f.f then 0 else 1 end as rank
                  from frag f cross join lateral (
                       select p.part from name_part p where p.part >= f.f and p.part < f.f || chr(1114111) offset 0) p
                union all
                select f.n, k.part, 2 from frag f cross join lateral (
                       select k.part from name_part_key k
                        where k.key >= 's' || f.f and k.key < 's' || f.f || chr(1114111) offset 0) k
                 where length(f.f) >= 3
                union all
                select f.n, k.part, 3 from frag f cross join lateral without_one_letter(f.f) w cross join lateral (
                       select k.part from name_part_key k where k.key = 'd' || w offset 0) k
                 where length(f.f) between 3 and 24
                union all
                select f.n, k.part, 4 from frag f cross join lateral unnest(name_sounds(f.f)) c cross join lateral (
                       select k.part from name_part_key k where k.key = 'p' || c offset 0) k
                 where length(f.f) between 4 and 24 and levenshtein(k.part, f.f) <= length(f.f) / 2),
            part as materialized (
                select n, part, min(rank) as rank from near group by n, part),
            """;

    private static final String FOUND = """
            found as (
                select m.student_id, any_value(m.sort_name) as sort_name,
                       (coalesce(min(m.rank) filter (where n = 1), 0) + coalesce(min(m.rank) filter (where n = 2), 0)
                        + coalesce(min(m.rank) filter (where n = 3), 0)
                        + coalesce(min(m.rank) filter (where n = 4), 0)
                        + coalesce(min(m.rank) filter (where n = 5), 0))::bigint as rank
                  from (select p.student_id, p.sort_name, part.n, part.rank
                          from part cross join lateral (
                               select p.student_id, p.sort_name from student_name_part p where p.part = part.part offset 0) p
                        offset 0) m
            """;

    private static final String LISTED = """
                 group by m.student_id
                having bit_or(1 << n) = (select bit_or(1 << n) from frag)),
            listed as materialized (
                select * from found order by rank, sort_name, student_id)
            select listed.rank, s.* from listed cross join lateral (
                   select %s from student s where s.id = listed.student_id""".formatted(COLUMNS);

    private static final String BY_OTHERS = "select 0::bigint as rank, " + COLUMNS + " from student s where true";

    private static final String FLAGGED = "exists (select from student_flag f where f.student_id = s.id and f.kind = ?"
            + " and f.known_to is null and f.begins_on <= ? and (f.ends_on is null or f.ends_on >= ?))";

    private final Rows rows;
    private final Reach reach;

    StudentSearch(Rows rows, Reach reach) {
        this.rows = rows;
        this.reach = reach;
    }

    /** One row more than the page holds, if there is one. */
    List<Hit> find(SearchRequest wanted, Relation relation, LocalDate today, Cursor start) {
        var query = wanted.text() == null
                ? byOthers(wanted, relation, today, start)
                : byName(wanted.text(), wanted, relation, today, start);
        return rows.list(query.plus(" limit ?", wanted.size() + 1), StudentSearch::hit);
    }

    private Query byName(String text, SearchRequest wanted, Relation relation, LocalDate today, Cursor start) {
        var query = plus(Query.of(PARTS + FOUND, text), reach.within(" where m.student_id in (", relation, ")"));
        query = narrowed(query.plus(LISTED).and(relation), wanted, today).plus(" offset 0) s where true");
        if (!start.isStart()) {
            query = query.and(
                    "(listed.rank, listed.sort_name, listed.student_id) > (?, ?, ?)",
                    Long.valueOf(start.text(0)),
                    start.text(1),
                    start.uuid(2));
        }
        return query.plus(" order by listed.rank, listed.sort_name, listed.student_id");
    }

    private Query byOthers(SearchRequest wanted, Relation relation, LocalDate today, Cursor start) {
        var query = plus(Query.of(BY_OTHERS), reach.within(" and s.id in (", relation, ")"));
        query = narrowed(query.and(relation), wanted, today);
        if (!start.isStart()) {
            query = query.and("(s.sort_name, s.id) > (?, ?)", start.text(1), start.uuid(2));
        }
        return query.plus(" order by s.sort_name, s.id");
    }

    private static Query narrowed(Query query, SearchRequest wanted, LocalDate today) {
        var ids = wanted.ids();
        var flag = wanted.flag();
        query = ids == null ? query : query.and("s.id = any(?)", (Object) ids.toArray(UUID[]::new));
        query = with(query, "s.sourced_id = ?", wanted.sourcedId());
        query = with(query, "s.birth_date = ?", wanted.birthDate());
        query = with(query, "s.grade = ?", wanted.grade());
        query = with(query, "? = any(s.school_ids)", wanted.schoolId());
        query = with(query, "s.active = ?", wanted.active());
        return flag == null ? query : query.and(FLAGGED, flag.name(), today, today);
    }

    private static Query with(Query query, String condition, @Nullable Object value) {
        return value == null ? query : query.and(condition, value);
    }

    private static Query plus(Query query, Query more) {
        return query.plus(more.sql(), more.values().toArray());
    }

    private static Hit hit(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var student = new StudentFound(
                id,
                row.getString("given_name"),
                row.getString("middle_name"),
                row.getString("family_name"),
                row.getString("preferred_given_name"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("grade"),
                Rows.uuids(row, "school_ids"),
                row.getBoolean("active"));
        return new Hit(row.getLong("rank"), row.getString("sort_name"), id, student);
    }
}
