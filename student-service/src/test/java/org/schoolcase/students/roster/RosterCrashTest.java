package org.schoolcase.students.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.OutboxProbe;
import org.schoolcase.students.roster.merge.DistrictSession;
import org.schoolcase.students.roster.merge.ImportRun;
import org.schoolcase.students.roster.oneroster.Limits;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** An import that is killed between two transactions goes on where it was, and nothing takes effect twice. */
@QuarkusTest
class RosterCrashTest {

    /** Stands for the end of the process. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private static final ImportRun.Options OPTIONS = new ImportRun.Options(false, false, 10, false, 2, null);

    @Inject
    Tenants tenants;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ImportLifecycle lifecycle;

    @TempDir
    Path folder = Path.of("");

    private final RosterProbe sis = new RosterProbe();

    @Test
    void goesOnAfterEveryPossibleCrash() throws SQLException, IOException {
        var zip = PackageFixture.small()
                .row("users", "u9,,,perhaps,x,,X,Y,,,,,,,,,,,,,,")
                .row("enrollments", "e2,,,k1,s1,u2,student,,,")
                .write(folder);
        var id = queueWithoutWorker();
        int kills = 0;
        boolean done = false;
        while (!done) {
            done = runUntil(id, zip, 0);
            kills += done ? 0 : 1;
            assertThat(kills).isLessThan(100);
        }
        lifecycle.settle(sis.district.id(), id, ImportRun.Outcome.DONE);
        assertThat(kills).isGreaterThan(10);
        var view = sis.sis().get("/v1/roster-imports/" + id).then();
        view.body("state", equalTo("COMPLETED_WITH_ERRORS"), "errors", is(2));
        view.body("files.find { it.file == 'users' }.added", is(3));
        view.body("files.find { it.file == 'users' }.read", is(4));
        view.body("files.find { it.file == 'enrollments' }.added", is(3));
        view.body("files.find { it.file == 'enrollments' }.rejected", is(1));
        sis.findings(id.toString()).body("items.size()", is(2));
        assertThat(OutboxProbe.of(sis.district))
                .filteredOn(event -> event.topic().endsWith(".state"))
                .hasSize(3);
        assertThat(sis.count("SELECT count(*) FROM teacher_student WHERE district_id = :d"))
                .isEqualTo(2);
    }

    @Test
    void aSecondWorkerLeavesTheDistrictAlone() throws SQLException {
        try (var first = DistrictSession.open(tenants, dataSource, sis.district.id());
                var second = DistrictSession.open(tenants, dataSource, sis.district.id())) {
            assertThat(first.lock(sis.district.id())).isTrue();
            assertThat(second.lock(sis.district.id())).isFalse();
        }
        try (var third = DistrictSession.open(tenants, dataSource, sis.district.id())) {
            assertThat(third.lock(sis.district.id())).isTrue();
        }
    }

    @Test
    void theSameKeyAndPackageGiveTheFirstAnswerAgain() {
        var small = PackageFixture.small().bytes();
        var first = keyed(small).statusCode(202).extract();
        sis.ended(first.header("Location"));
        keyed(small)
                .statusCode(202)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", endsWith(first.path("id")))
                .body("id", equalTo(first.path("id")), "state", equalTo("QUEUED"));
        keyed(PackageFixture.small().row("orgs", "o2,,,South,school,,d1").bytes())
                .statusCode(422)
                .body("code", equalTo("idempotency.key-reused"));
        assertThat(sis.count("SELECT count(*) FROM roster_import WHERE district_id = :d"))
                .isEqualTo(1);
        assertThat(sis.count("SELECT count(*) FROM roster_package_chunk WHERE district_id = :d"))
                .isZero();
    }

    private io.restassured.response.ValidatableResponse keyed(byte[] zip) {
        return sis.sis()
                .header("Idempotency-Key", "nightly-1")
                .contentType("application/zip")
                .body(zip)
                .post("/v1/roster-imports")
                .then();
    }

    /** True when the run came to its end before it was killed. */
    private boolean runUntil(UUID id, Path zip, int transactions) throws SQLException {
        var left = new AtomicInteger(transactions);
        try (var session = DistrictSession.open(tenants, dataSource, sis.district.id())) {
            new ImportRun(session, sis.district.id(), id, OPTIONS, new Alone((file, line) -> {
                        if (left.getAndDecrement() == 0) {
                            throw new Killed();
                        }
                    }))
                    .run(zip, Limits.USUAL);
            return true;
        } catch (Killed e) {
            return false;
        }
    }

    private UUID queueWithoutWorker() {
        var id = org.schoolcase.kit.id.Ids.next();
        sis.insertRunning(id);
        return id;
    }
}
