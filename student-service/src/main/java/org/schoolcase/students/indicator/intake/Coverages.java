package org.schoolcase.students.indicator.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;

/** What sources say of the days that they cover. Where absences alone come, each student's rate follows. Needs a transaction. */
@ApplicationScoped
class Coverages {

    private static final String STATE = """
            insert into attendance_coverage (id, source, school_id, coverage, covered_from, covered_through, stated_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (district_id, id) do update
               set coverage = excluded.coverage, covered_from = excluded.covered_from,
                   covered_through = excluded.covered_through, stated_at = excluded.stated_at
            """;

    private static final String MARK = """
            insert into indicator_dirty (student_id)
            select s.id from student s %s order by s.id
            on conflict (district_id, student_id) do update set marked_at = now()
            """;

    private static final String MARK_ALL = MARK.formatted("");

    /** Also those who have left the school: their days there are counted by what it says. */
    private static final String MARK_SCHOOL = MARK.formatted("""
             where s.id in (select student_id from student_school where school_id = ?
                            union select user_id from roster_role where org_id = ? and role = 'student')""");

    private final Rows rows;
    private final Tenants tenants;
    private final Clock clock;

    Coverages(Rows rows, Tenants tenants, Clock clock) {
        this.rows = rows;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** The last statement of a source about a school is the one that holds. */
    void state(String source, Coverage coverage) {
        var school = coverage.schoolId();
        rows.write(
                STATE,
                Ids.named(tenants.districtId(), "attendance-coverage:" + source + ":" + (school == null ? "" : school)),
                source,
                school,
                coverage.coverage().name(),
                coverage.from(),
                coverage.through(),
                clock.instant().atOffset(ZoneOffset.UTC));
        if (coverage.coverage() == Coverage.Days.ABSENCES_ONLY) {
            mark(school);
        }
    }

    private void mark(@Nullable UUID school) {
        if (school == null) {
            rows.write(MARK_ALL);
        } else {
            rows.write(MARK_SCHOOL, school, school);
        }
    }
}
