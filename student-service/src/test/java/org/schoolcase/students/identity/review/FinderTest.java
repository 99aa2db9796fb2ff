package org.schoolcase.students.identity.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;
import org.schoolcase.students.identity.match.Matcher;
import org.schoolcase.students.identity.merge.MergeStudents;

/** The finder beside crashes, further finders, people who decide, and writers who lock in another order. */
@QuarkusTest
@NullMarked
class FinderTest {

    private static final String MERGED = "org.schoolcase.student.merged.v1";

    /** Ends the process, as far as a transaction can tell, at the n-th time that it is asked for the time. */
    private static final class Crash extends Clock {

        private final AtomicInteger left;

        Crash(int at) {
            left = new AtomicInteger(at);
        }

        @Override
        public Instant instant() {
            if (left.decrementAndGet() == 0) {
                throw new IllegalStateException("killed");
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Inject
    SchoolFixture schools;

    @Inject
    IdentityFixture identity;

    @Inject
    FindMatches finder;

    @Inject
    Tenants tenants;

    @Inject
    Rows rows;

    @Inject
    Matcher matcher;

    @Inject
    FoundPairs pairs;

    @Inject
    DecideReview decideReview;

    @Inject
    ReviewRepository reviews;

    @Inject
    MergeStudents mergeStudents;

    @Inject
    CurrentUser user;

    @Inject
    Audit audit;

    @Inject
    Scheduler scheduler;

    private TestDistrict d;

    @BeforeEach
    void nobodyElseFinds() {
        scheduler.pause();
        d = TestDistrict.create();
    }

    @AfterEach
    void othersFindAgain() {
        scheduler.resume();
    }

    @Test
    void losesAndDoublesNothingWhenItCrashesBetweenBatches() {
        twins(d, 300, 2);
        var undisturbed = TestDistrict.create();
        twins(undisturbed, 300, 2);
        while (finder.handle(undisturbed.id()) > 0) {
            // batch after batch
        }

        var crashes = new FindMatches(tenants, rows, matcher, pairs, decideReview, new Crash(2));
        assertThat(crashes.handle(d.id())).isEqualTo(FindMatches.BATCH);
        assertThatThrownBy(() -> crashes.handle(d.id())).isInstanceOf(IllegalStateException.class);
        assertThat(count("select count(*) from student_identity_work where student_id in (select id from student)"))
                .isGreaterThanOrEqualTo(100);
        while (finder.handle(d.id()) > 0) {
            // goes on where it stopped
        }

        for (var what : List.of(
                "select count(*) from identity_review where state = 'OPEN'",
                "select count(*) from identity_review where state = 'SAME'",
                "select count(*) from student_merge",
                "select count(*) from student_identity_key",
                "select count(*) from student where merged_into is not null")) {
            assertThat(count(what)).as(what).isEqualTo(schools.count(undisturbed, what));
        }
        assertThat(count("select count(*) from identity_review where state = 'SAME'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from identity_review where state = 'OPEN'"))
                .isGreaterThanOrEqualTo(298);
        assertThat(count("select count(*) from student_identity_work")).isZero();
        assertThat(mergesTold()).isEqualTo(2);
    }

    @Test
    void takesBackAMergeWithWhichItCrashed() {
        twins(d, 1, 1);
        var decides = new DecideReview(reviews, mergeStudents, user, audit, new Crash(1));
        var crashes = new FindMatches(tenants, rows, matcher, pairs, decides, Clock.systemUTC());

        assertThatThrownBy(() -> crashes.handle(d.id())).isInstanceOf(IllegalStateException.class);
        assertThat(count("select count(*) from student_merge")).isZero();
        assertThat(count("select count(*) from student where merged_into is not null"))
                .isZero();
        assertThat(count("select count(*) from student_identity_work")).isEqualTo(2);
        assertThat(mergesTold()).isZero();

        while (finder.handle(d.id()) > 0) {
            // the same again
        }
        assertThat(count("select count(*) from student_merge")).isEqualTo(1);
        assertThat(mergesTold()).isEqualTo(1);
    }

    @Test
    void neverWaitsInACircleWithOtherFindersDecisionsAndWriters() throws Exception {
        twins(d, 24, 8);
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var others = new ArrayList<Future<Integer>>();
            others.add(threads.submit(until(done, () -> finder.handle(d.id()))));
            others.add(threads.submit(until(done, () -> finder.handle(d.id()))));
            others.add(threads.submit(until(done, this::decideOne)));
            others.add(threads.submit(until(done, this::undoOne)));
            try {
                for (int round = 0; round < 40; round++) {
                    writeAll(round % 2 == 0 ? "id" : "id desc");
                }
            } finally {
                done.set(true);
            }
            for (var other : others) {
                result(other);
            }
        }
        while (finder.handle(d.id()) > 0) {
            // what the writers left
        }
        assertThat(count("select count(*) from student_identity_work")).isZero();
        assertThat(count("select count(*) from student_merge where state = 'MERGED'"))
                .isEqualTo(count("select count(*) from student where merged_into is not null"));
        assertThat(mergesTold()).isEqualTo(count("select count(*) from student_merge"));
    }

    @Test
    void aDecisionHoldsNeitherRecordWhileItWaitsForTheOther() throws Exception {
        twins(d, 1, 0);
        while (finder.handle(d.id()) > 0) {
            // finds the pair
        }
        var review = review("OPEN");
        var first = id("select first_student_id from identity_review");
        var second = id("select second_student_id from identity_review");
        var holds = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writer = threads.submit(() -> {
                tenants.runInDistrict(d.id(), () -> {
                    rows.write("update student set middle_name = 'A' where id = ?", second);
                    holds.countDown();
                    waitForTheDecision();
                    rows.write("update student set middle_name = 'B' where id = ?", first);
                });
                return 0;
            });
            assertThat(holds.await(20, TimeUnit.SECONDS)).isTrue();
            var decision = threads.submit(() -> identity.decide(d, review.toString(), "SAME", first)
                    .extract()
                    .statusCode());

            assertThat(result(writer)).isZero();
            assertThat(result(decision)).isEqualTo(200);
        }
        assertThat(count("select count(*) from student where merged_into is not null"))
                .isEqualTo(1);
    }

    /** Until it has asked for the locks: then it sleeps between two tries, or waits for the second record. */
    private void waitForTheDecision() {
        org.awaitility.Awaitility.await()
                .until(() -> rows.first(
                                        Query.of("select count(*) from pg_stat_activity where pid <> pg_backend_pid()"
                                                + " and datname = current_database() and (wait_event = 'PgSleep'"
                                                + " or wait_event_type = 'Lock')"),
                                        row -> row.getLong(1))
                                .orElse(0L)
                        > 0);
    }

    /** To the other services; the tombstone of the merged profile names the same type. */
    private long mergesTold() {
        return OutboxProbe.of(d).stream()
                .filter(event -> event.topic().equals("schoolcase.student.events"))
                .filter(event -> event.type().equals(MERGED))
                .count();
    }

    private int decideOne() {
        var open = ids("select id from identity_review where state = 'OPEN' order by random() limit 1");
        for (var review : open) {
            var first = id("select first_student_id from identity_review where id = '" + review + "'");
            assertThat(identity.decide(d, review.toString(), "SAME", first)
                            .extract()
                            .statusCode())
                    .isIn(200, 409, 412);
        }
        return open.size();
    }

    private int undoOne() {
        var merged = ids("select id from student_merge where state = 'MERGED' order by random() limit 1");
        for (var merge : merged) {
            assertThat(identity.undo(d, merge.toString()).extract().statusCode())
                    .isIn(200, 409, 412);
        }
        return merged.size();
    }

    /** One transaction that writes all records, as a chunk of an import does, in the one or the other order. */
    private void writeAll(String order) {
        var all = ids("select id from student where merged_into is null order by " + order);
        tenants.runInDistrict(
                d.id(),
                () -> all.forEach(id -> rows.write(
                        "update student set birth_date = birth_date, version = version + 1,"
                                + " preferred_given_name = 'P' || version where id = ?",
                        id)));
    }

    private static Callable<Integer> until(AtomicBoolean done, Callable<Integer> work) {
        return () -> {
            int sum = 0;
            while (!done.get()) {
                sum += work.call();
            }
            return sum;
        };
    }

    private static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("One of them failed", e.getCause());
        }
    }

    /** Pairs of records of one student; of the first ones also the state's id is the same. */
    private void twins(TestDistrict district, int pairsOfThem, int certain) {
        schools.write(district, """
                insert into student (id, sourced_id, given_name, family_name, birth_date, grade)
                select gen_random_uuid(), i || '-' || n, translate(md5('g' || i), '0123456789', 'ghijklmnop'),
                       translate(md5('f' || i), '0123456789', 'ghijklmnop'), date '2005-01-01' + i * 7, '05'
                  from generate_series(1, ?) i, generate_series(1, 2) n""", pairsOfThem);
        schools.write(district, """
                insert into roster_user (id, sourced_id, status, date_last_modified, row_hash, enabled, username, given_name,
                                         family_name, user_ids)
                select id, sourced_id, 'ACTIVE', now(), id, true, 'x', 'x', 'x',
                       array['{State:' || split_part(sourced_id, '-', 1) || '}']
                  from student where split_part(sourced_id, '-', 1)::int <= ?""", certain);
    }

    private UUID review(String state) {
        return id("select id from identity_review where state = '" + state + "'");
    }

    private UUID id(String sql) {
        return ids(sql).getFirst();
    }

    private List<UUID> ids(String sql) {
        return tenants.inDistrict(d.id(), () -> rows.list(Query.of(sql), row -> row.getObject(1, UUID.class)));
    }

    private long count(String sql) {
        return schools.count(d, sql);
    }
}
