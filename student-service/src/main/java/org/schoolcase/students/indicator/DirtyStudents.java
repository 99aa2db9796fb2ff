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

    /** A student and the mark that an attempt at him has seen: marked again, he has another. */
    record Marked(UUID studentId, long mark) {}

    /** Not of those who are set aside, until their time has come or they are marked again. */
    static final String DUE = "(mark is distinct from failed_mark or retry_at <= now())";

    /** Passes over those that another process has, or that somebody is just marking again. */
    private static final String TAKE = taking("true");

    private static final String TAKE_ONE = taking("student_id = ?");

    /** Longer each time, up to six hours. */
    private static final String SET_ASIDE = """
            update indicator_dirty
               set failures = failures + 1, failed_at = now(), failed_mark = ?,
                   retry_at = now() + least(interval '1 minute' * power(2, least(failures, 10)), interval '6 hours')
             where student_id = ?
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
        return take(Query.of(TAKE, most));
    }

    /** One of them, if nobody else has him. */
    List<Student> takeOne(UUID studentId) {
        return take(Query.of(TAKE_ONE, studentId, 1));
    }

    private static String taking(String which) {
        return """
            with taken as (
                delete from indicator_dirty where student_id = any (array(
                    select student_id from indicator_dirty where %s and %s
                    order by student_id limit ? for update skip locked))
                returning student_id)
            select s.id, s.grade, s.school_ids[1] as school_id from taken t join student s on s.id = t.student_id
            """.formatted(which, DUE);
    }

    /** Whose turn it is next. */
    List<Marked> next(int most) {
        return rows.list(
                Query.of(
                        "select student_id, mark from indicator_dirty where " + DUE + " order by student_id limit ?",
                        most),
                row -> new Marked(row.getObject(1, UUID.class), row.getLong(2)));
    }

    /** He stays marked, and is tried again later; at once, where he was marked again since the attempt began. */
    void setAside(Marked failed) {
        rows.write(SET_ASIDE, failed.mark(), failed.studentId());
    }

    private List<Student> take(Query query) {
        return rows.list(
                query,
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
