package org.schoolcase.cases.casedeadline.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.calendar.CalendarStateConsumer;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Calendars;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

/** One case whose deadlines cannot be computed keeps no other waiting. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class SetAsideTest {

    @Inject
    StudentStateConsumer students;

    @Inject
    CalendarStateConsumer calendars;

    @Inject
    RecalculationJob job;

    @Inject
    MeterRegistry metrics;

    private World world;
    private UUID student;
    private UUID before;
    private UUID broken;
    private UUID after;

    /** Ids are in the order in which cases are taken. */
    @BeforeEach
    void aDistrictWithACaseWhoseDeadlinesCannotBeStored() {
        world = World.in("US-TX", students);
        before = caseOf(world.student);
        student = another();
        broken = caseOf(student);
        after = caseOf(another());
        execute("""
                CREATE FUNCTION test_no_deadline() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'no deadline'; END $$""");
        execute("CREATE TRIGGER test_no_deadline BEFORE UPDATE ON case_deadline FOR EACH ROW WHEN (NEW.case_id = '"
                + broken + "') EXECUTE FUNCTION test_no_deadline()");
    }

    @AfterEach
    void nothingIsBroken() {
        execute("DROP TRIGGER IF EXISTS test_no_deadline ON case_deadline");
        execute("DROP FUNCTION IF EXISTS test_no_deadline()");
    }

    @Test
    void computesTheOthersAndComesBackToIt() {
        hearsTheCalendar();
        workOff();

        assertThat(status(before)).isEqualTo("OPEN");
        assertThat(status(after)).isEqualTo("OPEN");
        assertThat(status(broken)).isEqualTo("NO_COMPUTED_DEADLINE");
        assertThat(marked("failures = 1 AND retry_at > now()")).isEqualTo(1);
        assertThat(marked("true")).isEqualTo(1);
        assertThat(metrics.get("schoolcase.deadlines.set.aside").gauge().value())
                .isGreaterThanOrEqualTo(1);

        workOff();
        assertThat(marked("failures = 1")).as("its time has not come").isEqualTo(1);
        comesItsTime();
        workOff();
        assertThat(marked("failures = 2 AND retry_at > now() + interval '90 seconds'"))
                .as("waits longer")
                .isEqualTo(1);

        execute("DROP TRIGGER test_no_deadline ON case_deadline");
        comesItsTime();
        workOff();
        assertThat(status(broken)).isEqualTo("OPEN");
        assertThat(marked("true")).isZero();
    }

    @Test
    void triesItAtOnceWhenTheStudentMovesOrFactsAreEntered() {
        hearsTheCalendar();
        workOff();
        var moved = new HashMap<>(world.profile(student, 2));
        moved.put("schoolIds", List.of(Ids.next()));
        students.on(Records.batch(World.TOPIC, world.district.id(), World.PROFILE, student, moved));
        workOff();
        assertThat(marked("failures = 2")).isEqualTo(1);

        execute("DROP TRIGGER test_no_deadline ON case_deadline");
        world.as(world.coordinatorToken())
                .header("If-Match", "\"v0\"")
                .body("{\"dates\": [], \"absences\": 4, \"extensionDays\": 0, \"circumstances\": []}")
                .put("/v1/cases/{id}/deadline-facts", broken)
                .then()
                .statusCode(200);
        workOff();
        assertThat(status(broken)).isEqualTo("OPEN");
    }

    private UUID another() {
        var id = Ids.next();
        world.hears(id);
        return id;
    }

    private UUID caseOf(UUID whose) {
        String id = world.open(world.caseManagerToken(), whose)
                .statusCode(201)
                .extract()
                .path("id");
        var caseId = UUID.fromString(id);
        world.consent(caseId, "EVALUATION", "GIVEN", world.guardian, world.today.minusDays(5))
                .statusCode(201);
        return caseId;
    }

    private void hearsTheCalendar() {
        var calendar = Ids.next();
        calendars.on(Records.batch(
                Calendars.TOPIC,
                world.district.id(),
                Calendars.PROFILE,
                calendar,
                Calendars.profile(calendar, 1, world.today, List.of())));
    }

    private void workOff() {
        job.workOff(() -> List.of(world.district.id()));
    }

    private String status(UUID caseId) {
        return world.as(world.coordinatorToken())
                .get("/v1/cases/{id}/deadlines", caseId)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.step == 'INITIAL_EVALUATION' }.status");
    }

    private void comesItsTime() {
        execute("UPDATE deadline_dirty SET retry_at = now() WHERE case_id = '" + broken + "'");
    }

    private long marked(String condition) {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.prepareStatement(
                        "SELECT count(*) FROM deadline_dirty WHERE district_id = ? AND " + condition)) {
            statement.setObject(1, world.district.id());
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
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
