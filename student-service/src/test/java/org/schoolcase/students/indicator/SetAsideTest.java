package org.schoolcase.students.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.TestDistrict;
import org.schoolcase.students.SchoolFixture;

/** One student whose indicators cannot be computed keeps no other waiting. */
@QuarkusTest
@NullMarked
class SetAsideTest {

    private static final UUID SCHOOL = UUID.randomUUID();

    @Inject
    SchoolFixture fixture;

    @Inject
    MeterRegistry metrics;

    @Inject
    DirtyStudents dirty;

    @Inject
    Tenants tenants;

    @Inject
    Rows rows;

    private TestDistrict d;
    private IndicatorProbe probe;
    private UUID before;
    private UUID broken;
    private UUID after;

    /** Ids are in the order in which students are taken. */
    @BeforeEach
    void aDistrictWithAStudentWhoseResultsCannotBeStored() {
        d = TestDistrict.create();
        probe = new IndicatorProbe(d, fixture);
        before = probe.student("03", SCHOOL);
        broken = probe.student("03", SCHOOL);
        after = probe.student("03", SCHOOL);
        execute("""
                CREATE FUNCTION test_no_indicator() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'no indicator'; END $$""");
        execute("CREATE TRIGGER test_no_indicator BEFORE INSERT OR UPDATE ON student_indicator FOR EACH ROW"
                + " WHEN (NEW.student_id = '" + broken + "') EXECUTE FUNCTION test_no_indicator()");
    }

    @AfterEach
    void nobodyIsBroken() {
        execute("DROP TRIGGER IF EXISTS test_no_indicator ON student_indicator");
        execute("DROP FUNCTION IF EXISTS test_no_indicator()");
    }

    @Test
    void computesTheOthersAndComesBackToHim() {
        List.of(before, broken, after).forEach(student -> probe.send("attendance", probe.attendance(student, 20, 4))
                .statusCode(200));

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(probe.level(before, "ATTENDANCE")).isEqualTo("FLAGGED");
            assertThat(probe.level(after, "ATTENDANCE")).isEqualTo("FLAGGED");
            assertThat(setAside()).isEqualTo(1);
        });
        assertThat(fixture.count(d, "select count(*) from indicator_dirty")).isEqualTo(1);
        assertThat(metrics.get("schoolcase.indicators.set.aside").gauge().value())
                .isGreaterThanOrEqualTo(1);

        var later = probe.student("03", SCHOOL);
        probe.send("attendance", probe.attendance(later, 20, 4)).statusCode(200);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(probe.level(later, "ATTENDANCE"))
                .isEqualTo("FLAGGED"));

        execute("DROP TRIGGER test_no_indicator ON student_indicator");
        fixture.write(d, "update indicator_dirty set retry_at = now() where student_id = ?", broken);
        probe.computed();
        assertThat(probe.level(broken, "ATTENDANCE")).isEqualTo("FLAGGED");
    }

    @Test
    void triesAtOnceWhenNewDataComeIn() {
        probe.send("attendance", probe.attendance(broken, 20, 4)).statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(setAside()).isEqualTo(1));
        assertThat(fixture.count(d, "select count(*) from indicator_dirty where retry_at > now()"))
                .isEqualTo(1);

        execute("DROP TRIGGER test_no_indicator ON student_indicator");
        probe.send("attendance", probe.attendance(broken, 20, 5)).statusCode(200);
        probe.computed();
        assertThat(probe.level(broken, "ATTENDANCE")).isEqualTo("FLAGGED");
    }

    @Test
    void triesAtOnceWhatWasMarkedInATransactionThatBeganBeforeTheFailure() {
        probe.send("attendance", probe.attendance(broken, 20, 4)).statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(setAside()).isEqualTo(1));

        execute("DROP TRIGGER test_no_indicator ON student_indicator");
        fixture.write(
                d,
                "update indicator_dirty set marked_at = failed_at - interval '1 minute' where student_id = ?",
                broken);
        probe.computed();
        assertThat(probe.level(broken, "ATTENDANCE")).isEqualTo("FLAGGED");
    }

    @Test
    void doesNotSetAsideDataThatTheAttemptHasNotSeen() {
        var mark = "insert into indicator_dirty (student_id) values (?)"
                + " on conflict (district_id, student_id) do update set marked_at = now()";
        var due = tenants.inDistrict(d.id(), () -> {
            rows.write(mark, broken);
            var attempted = dirty.next(1).getFirst();
            rows.write(mark, broken);
            dirty.setAside(attempted);
            var again = dirty.next(1);
            dirty.setAside(again.getFirst());
            return List.of(again.size(), dirty.next(1).size());
        });

        assertThat(due).as("marked again, all at one time; then not").containsExactly(1, 0);
    }

    private long setAside() {
        return fixture.count(d, "select count(*) from indicator_dirty where failures > 0 and student_id = ?", broken);
    }

    private static void execute(String sql) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
