package org.schoolcase.students.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.students.access.Query;
import org.schoolcase.students.access.Relation;
import org.schoolcase.students.access.Rows;
import org.schoolcase.students.search.StudentSearchResource.SearchRequest;

/**
 * The search itself, one select. Each fragment of the text must fit a part of the student's names, in any order:
 * the part itself (rank 0), its beginning (1), its inside (2), or something spelled alike (3). Best sum first.
 */
@ApplicationScoped
class StudentSearch {

    /** A student found, with the keys of his place in the list. */
    record Hit(long rank, String sortName, UUID id, StudentFound student) {}

    private static final String COLUMNS = "s.id, s.given_name, s.middle_name, s.family_name, s.preferred_given_name,"
            + " s.birth_date, s.grade, s.school_ids, s.active, s.sort_name";

    private static final String BY_NAME = """
            with frag as (
                select n, f from unnest((string_to_array(fold_name(?), ' '))[1:5]) with ordinality as t (f, n)),
            part as materialized (
                select frag.n, p.part,
                       case when p.part = f then 0 when starts_with(p.part, f) then 1
                            when position(f in p.part) > 0 then 2 else 3 end as rank
                  from frag join name_part p on starts_with(p.part, f)
                       or length(f) >= 3 and (position(f in p.part) > 0 or similarity(p.part, f) >= 0.35)),
            hit as (
                select m.student_id, part.n, min(part.rank) as rank
                  from part cross join lateral (
                       select p.student_id from student_name_part p where p.part = part.part offset 0) m
                 group by m.student_id, part.n),
            found as (
                select student_id, sum(rank)::bigint as rank from hit
                 group by student_id having count(*) = (select count(*) from frag))
            select found.rank, %s from found join student s on s.id = found.student_id where true""".formatted(COLUMNS);

    private static final String BY_OTHERS = "select 0::bigint as rank, " + COLUMNS + " from student s where true";

    private final Rows rows;

    StudentSearch(Rows rows) {
        this.rows = rows;
    }

    /** One row more than the page holds, if there is one. */
    List<Hit> find(SearchRequest wanted, Relation relation, Cursor start) {
        var byName = wanted.text() != null;
        var query = (byName ? Query.of(BY_NAME, wanted.text()) : Query.of(BY_OTHERS)).and(relation);
        if (wanted.birthDate() != null) {
            query = query.and("s.birth_date = ?", wanted.birthDate());
        }
        if (wanted.grade() != null) {
            query = query.and("s.grade = ?", wanted.grade());
        }
        if (wanted.schoolId() != null) {
            query = query.and("? = any(s.school_ids)", wanted.schoolId());
        }
        return rows.list(after(query, byName, start).plus(" limit ?", wanted.size() + 1), StudentSearch::hit);
    }

    private static Query after(Query query, boolean byName, Cursor start) {
        if (byName) {
            return (start.isStart()
                            ? query
                            : query.and(
                                    "(found.rank, s.sort_name, s.id) > (?, ?, ?)",
                                    Long.valueOf(start.text(0)),
                                    start.text(1),
                                    start.uuid(2)))
                    .plus(" order by found.rank, s.sort_name, s.id");
        }
        return (start.isStart() ? query : query.and("(s.sort_name, s.id) > (?, ?)", start.text(1), start.uuid(2)))
                .plus(" order by s.sort_name, s.id");
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
