package org.schoolcase.students.identity.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.sql.Rows;

/** The keys under which records of one person meet: sounds of names with parts of the birth date, ids, mail addresses. */
@ApplicationScoped
class IdentityKeys {

    private static final String FORGET = "delete from student_identity_key where student_id = any(?)";

    private static final String MAKE = """
            with me as (
                select id, birth_date, sort_name from student where id = any(?) and merged_into is null),
            sound as (
                select distinct me.id, me.birth_date, (name_sounds(p))[1] as code
                  from me, string_to_table(me.sort_name, ' ') p where p <> ''),
            name as (
                select a.id, a.birth_date, a.code || '+' || b.code as codes
                  from sound a join sound b on b.id = a.id and a.code < b.code
                union all
                select id, min(birth_date), min(code) from sound group by id having count(*) = 1),
            roster as (
                select u.* from roster_user u join me on me.id = u.id),
            key as (
                select id, 'n:' || codes || ':' || extract(year from birth_date) as key from name
                union all
                select id, 'n:' || codes || ':' || least(extract(month from birth_date), extract(day from birth_date))
                           || '-' || greatest(extract(month from birth_date), extract(day from birth_date)) from name
                union all
                select id, 'w:' || codes from name
                union all
                select id, 'u:' || codes from name where birth_date is null
                union all
                select id, 'i:identifier:' || lower(identifier) from roster
                union all
                select id, 'i:master:' || lower(user_master_identifier) from roster
                union all
                select id, 'i:' || lower(trim(both '{} ' from i)) from roster, unnest(user_ids) i where i like '%_:_%'
                union all
                select id, 'e:' || lower(email) from roster)
            insert into student_identity_key (key, student_id)
            select distinct left(key, 300), id from key where key is not null
            """;

    private final Rows rows;

    IdentityKeys(Rows rows) {
        this.rows = rows;
    }

    /** Makes the keys of these students anew; a merged record has none. */
    void renew(UUID[] students) {
        rows.write(FORGET, (Object) students);
        rows.write(MAKE, (Object) students);
    }
}
