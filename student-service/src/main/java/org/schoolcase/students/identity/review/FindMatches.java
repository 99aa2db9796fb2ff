package org.schoolcase.students.identity.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.identity.match.Matcher;

/** Use case: students who are new or changed are compared with those they may be, one batch in one transaction. */
@ApplicationScoped
class FindMatches {

    static final int BATCH = 500;

    /**
     * One worker of a district at a time, so that two new records of one student do not miss each other; and none while a roster is
     * imported, which would be slowed down by half.
     */
    private static final String LOCK = """
            select not exists (select from roster_import where state = 'RUNNING')
                   and pg_try_advisory_xact_lock(hashtextextended('student-identity ' || ?, 0)) as free""";

    /** The array, unlike a list that is looked in, is made once whatever the plan: made twice it would take two batches. */
    private static final String TAKE = """
            delete from student_identity_work where student_id = any (array(
                select student_id from student_identity_work order by student_id limit ? for update skip locked))
            returning student_id""";

    /** While an import fills the tables, a plan that was right for empty ones must not be kept, and no table be read through. */
    private static final String PLAN_ANEW = "select set_config('plan_cache_mode', 'force_custom_plan', true),"
            + " set_config('enable_seqscan', 'off', true)";

    private final Tenants tenants;
    private final Rows rows;
    private final Matcher matcher;
    private final FoundPairs pairs;
    private final DecideReview decideReview;
    private final Clock clock;

    FindMatches(Tenants tenants, Rows rows, Matcher matcher, FoundPairs pairs, DecideReview decideReview, Clock clock) {
        this.tenants = tenants;
        this.rows = rows;
        this.matcher = matcher;
        this.pairs = pairs;
        this.decideReview = decideReview;
        this.clock = clock;
    }

    /** Works one batch off; answers how many students it held, 0 when there are none or another works. */
    int handle(UUID districtId) {
        return tenants.inDistrict(districtId, () -> {
            var free = rows.first(Query.of(LOCK, districtId.toString()), row -> row.getBoolean("free"));
            if (!free.orElse(false)) {
                return 0;
            }
            rows.first(Query.of(PLAN_ANEW), row -> true);
            var students = rows.list(Query.of(TAKE, BATCH), row -> row.getObject("student_id", UUID.class))
                    .toArray(UUID[]::new);
            if (students.length > 0) {
                pairs.store(matcher.renew(students), clock.instant()).forEach(decideReview::byCertainty);
            }
            return students.length;
        });
    }
}
