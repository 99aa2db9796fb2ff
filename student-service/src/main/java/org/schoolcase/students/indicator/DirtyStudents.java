package org.schoolcase.students.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Students whose indicators must be computed anew. Needs a transaction. */
@ApplicationScoped
class DirtyStudents {

    /** A student, as far as the rules need to know him. */
    record Student(
            UUID id, @Nullable String grade, @Nullable UUID schoolId) {}

    /** Passes over those that another process has, or that somebody is just marking again. */
    private static final String TAKE = """
            with taken as (
                delete from indicator_dirty where student_id = any (array(
                    select student_id from indicator_dirty order by student_id limit ? for update skip locked))
                returning student_id)
            select s.id, s.grade, s.school_ids[1] as school_id from taken t join student s on s.id = t.student_id
            """;

    private static final String MARK_ALL = """
            insert into indicator_dirty (student_id)
            select distinct student_id from student_indicator order by student_id
            on conflict (district_id, student_id) do update set marked_at = now()
            """;

    private static final String MARK_OUTDATED = """
            insert into indicator_dirty (student_id)
            select distinct student_id from student_indicator
             where indicator = 'COMPOSITE' and (catalog_version <> ? or policy_from is distinct from ? or window_from < ?::date - 150)
             order by student_id
            on conflict (district_id, student_id) do nothing
            """;

    private final Rows rows;

    DirtyStudents(Rows rows) {
        this.rows = rows;
    }

    List<Student> take(int most) {
        return rows.list(
                Query.of(TAKE, most),
                row -> new Student(
                        row.getObject("id", UUID.class),
                        row.getString("grade"),
                        row.getObject("school_id", UUID.class)));
    }

    /** All that have indicators. */
    int markAll() {
        return rows.write(MARK_ALL);
    }

    /** Those whose indicators are of other rules, or of a year before; schools of one district begin weeks apart. */
    int markOutdated(int catalogVersion, @Nullable LocalDate policyFrom, LocalDate yearFrom) {
        return rows.write(MARK_OUTDATED, catalogVersion, policyFrom, yearFrom);
    }
}
