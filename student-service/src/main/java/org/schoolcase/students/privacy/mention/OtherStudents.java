package org.schoolcase.students.privacy.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.mention.NamePairs.Pair;

/**
 * Looks up which pairs of words are a given and a family name of another student of the district, by the index of name parts.
 * Any one of several given or family names counts. The student's own name is not another's, though one be called the same, nor that of a record merged into his.
 */
@ApplicationScoped
class OtherStudents {

    private static final String MATCHING = """
            with whose as (
                select string_to_array(fold_name(concat_ws(' ', given_name, middle_name, preferred_given_name)), ' ') as given,
                       string_to_array(fold_name(family_name), ' ') as family
                  from student where id = ? or merged_into = ?),
            word as (
                select n, (string_to_array(fold_name(a), ' '))[1] as a, (string_to_array(fold_name(b), ' '))[1] as b
                  from unnest(string_to_array(?, chr(31)), string_to_array(?, chr(31))) with ordinality as w (a, b, n))
            select w.n::int from word w
             where not exists (select from whose o where w.a = any (o.given) and w.b = any (o.family)
                                  or w.b = any (o.given) and w.a = any (o.family))
               and exists (
                   select from student_name_part p
                     join student_name_part q on q.student_id = p.student_id and q.part = w.b
                     join student s on s.id = p.student_id
                    cross join lateral (
                         select string_to_array(fold_name(concat_ws(' ', s.given_name, s.preferred_given_name)), ' ') as given,
                                string_to_array(fold_name(s.family_name), ' ') as family offset 0) x
                    where p.part = w.a and s.id <> ? and s.merged_into is distinct from ?
                      and (w.a = any (x.given) and w.b = any (x.family) or w.b = any (x.given) and w.a = any (x.family)))
            """;

    private static final String SEPARATOR = "\u001f";

    private final Rows rows;

    OtherStudents(Rows rows) {
        this.rows = rows;
    }

    /** Positions of those pairs that are, from 0. */
    Set<Integer> named(UUID studentId, List<Pair> pairs) {
        var first = String.join(SEPARATOR, pairs.stream().map(Pair::first).toList());
        var second = String.join(SEPARATOR, pairs.stream().map(Pair::second).toList());
        return new HashSet<>(rows.list(
                Query.of(MATCHING, studentId, studentId, first, second, studentId, studentId),
                row -> row.getInt(1) - 1));
    }
}
