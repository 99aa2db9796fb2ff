package org.schoolcase.students.identity.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.access.Relation;
import org.schoolcase.students.identity.match.Pair.Person;

/** The records worth comparing with a student, found by index: same birth date and a name with common trigrams, or a common key. */
@ApplicationScoped
class Candidates {

    /** At most so many records of one birth date are looked at, and so many under one key are compared. */
    private static final String PAIRS = """
            with me as materialized (
                select id, birth_date, sort_name from student where id = any(?) and merged_into is null),
            pair as (
                select me.id, c.id as other
                  from me cross join lateral (
                       select s.id, s.sort_name from student s where s.birth_date = me.birth_date limit 400) c
                 where similarity(c.sort_name, me.sort_name) >= 0.3
                union
                select me.id, k.student_id
                  from me
                  join student_identity_key mine on mine.student_id = me.id
                 cross join lateral (
                       select o.student_id from student_identity_key o
                        where o.key = case when starts_with(mine.key, 'w:') and me.birth_date is not null
                                           then 'u:' || substr(mine.key, 3)
                                           when starts_with(mine.key, 'u:') then '' else mine.key end
                        limit 50) k
                union
                select me.id, r.second_student_id
                  from me join identity_review r on r.first_student_id = me.id and r.state = 'OPEN'
                union
                select me.id, r.first_student_id
                  from me join identity_review r on r.second_student_id = me.id and r.state = 'OPEN')
            select a.id as a_id, fold_name(a.given_name) as a_given, fold_name(a.family_name) as a_family,
                   fold_name(a.preferred_given_name) as a_preferred, a.birth_date as a_birth_date, a.grade as a_grade,
                   a.school_ids as a_school_ids,
                   s.id as b_id, fold_name(s.given_name) as b_given, fold_name(s.family_name) as b_family,
                   fold_name(s.preferred_given_name) as b_preferred, s.birth_date as b_birth_date, s.grade as b_grade,
                   s.school_ids as b_school_ids,
                   array(select k.key from student_identity_key k
                          where k.student_id = a.id and (starts_with(k.key, 'i:') or starts_with(k.key, 'e:'))) as a_ids,
                   array(select k.key from student_identity_key k
                          where k.student_id = s.id and (starts_with(k.key, 'i:') or starts_with(k.key, 'e:'))) as b_ids,
                   alike(fold_name(a.given_name), fold_name(s.given_name)) as given_alike,
                   alike(fold_name(a.family_name), fold_name(s.family_name)) as family_alike,
                   alike(fold_name(a.given_name), fold_name(s.family_name))
                       and alike(fold_name(a.family_name), fold_name(s.given_name)) as crossed,
                   exists (select from student_guardian g join student_guardian h on h.guardian_id = g.guardian_id
                            where g.student_id = a.id and h.student_id = s.id) as guardian_shared
              from pair
              join student a on a.id = pair.id
              join student s on s.id = pair.other
             where s.id <> a.id""";

    private final Rows rows;

    Candidates(Rows rows) {
        this.rows = rows;
    }

    /** Pairs of these students with others to whom the relation opens. */
    List<Pair> of(UUID[] students, Relation relation) {
        return rows.list(Query.of(PAIRS, (Object) students).and(relation), Candidates::pair);
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                person(row, "a_"),
                person(row, "b_"),
                row.getBoolean("given_alike"),
                row.getBoolean("family_alike"),
                row.getBoolean("crossed"),
                row.getBoolean("guardian_shared"));
    }

    private static Person person(ResultSet row, String side) throws SQLException {
        return new Person(
                row.getObject(side + "id", UUID.class),
                row.getString(side + "given"),
                row.getString(side + "family"),
                row.getString(side + "preferred"),
                row.getObject(side + "birth_date", LocalDate.class),
                row.getString(side + "grade"),
                Rows.uuids(row, side + "school_ids"),
                Set.of((String[]) row.getArray(side + "ids").getArray()));
    }
}
