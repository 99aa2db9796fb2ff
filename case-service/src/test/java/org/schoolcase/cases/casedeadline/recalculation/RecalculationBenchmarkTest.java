package org.schoolcase.cases.casedeadline.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.schoolcase.cases.calendar.CalendarStateConsumer;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.Calendars;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.PostgresResource;
import org.schoolcase.kit.testing.Records;

/** Measures a district of 50,000 open cases; run by hand with JAVA_TOOL_OPTIONS=-Dschoolcase.bench=true. */
@QuarkusTest
@EnabledIfSystemProperty(named = "schoolcase.bench", matches = "true")
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class RecalculationBenchmarkTest {

    private static final int CASES = 50_000;

    private static final String STUDENTS = """
            INSERT INTO student_profile (id, version, given_name, family_name, school_ids, language, active)
            SELECT md5(current_district() || 's' || n)::uuid, 1, 'A', 'B', ARRAY[md5('school' || n % 40)::uuid], 'en', true
            FROM generate_series(1, ?) n
            """;
    private static final String FILES = """
            INSERT INTO case_file (id, student_id, source, reason, barriers, received_on, opened_on, status, version)
            SELECT md5(current_district() || 'c' || n)::uuid, md5(current_district() || 's' || n)::uuid, 'STAFF', 'r',
                   '{ACADEMIC}', CAST(? AS date), CAST(? AS date), 'OPEN', 0
            FROM generate_series(1, ?) n
            """;
    private static final String DEADLINES = """
            INSERT INTO case_deadline (id, case_id, student_id, step, status, jurisdiction, start_event, started_on,
                                       confidence, trace, set_at, version, subject_id, completion_event)
            SELECT md5(current_district() || 'd' || n)::uuid, md5(current_district() || 'c' || n)::uuid,
                   md5(current_district() || 's' || n)::uuid, 'INITIAL_EVALUATION', 'NO_COMPUTED_DEADLINE', 'US-TX',
                   'CONSENT_RECEIVED', CAST(? AS date) - n % 60, 'HIGH', '[]', now(), 0,
                   md5(current_district() || 'c' || n)::uuid, 'EVALUATION_REPORTED'
            FROM generate_series(1, ?) n
            """;

    @Inject
    StudentStateConsumer students;

    @Inject
    CalendarStateConsumer calendars;

    @Inject
    RecalculationJob job;

    @Inject
    Rows rows;

    @Inject
    Tenants tenants;

    @Test
    void recalculatesADistrict() {
        var world = World.in("US-TX", students);
        tenants.runInDistrict(world.district.id(), () -> {
            rows.write(STUDENTS, CASES);
            rows.write(FILES, world.today, world.today, CASES);
            rows.write(DEADLINES, world.today, CASES);
        });
        var calendar = Ids.next();
        for (var version = 1L; version <= 3; version++) {
            var closed = List.of(Calendars.weekday(world.today, 2 + (int) version));
            calendars.on(Records.batch(
                    Calendars.TOPIC,
                    world.district.id(),
                    Calendars.PROFILE,
                    calendar,
                    Calendars.profile(calendar, version, world.today, closed.subList(0, version == 2 ? 0 : 1))));
            var start = System.nanoTime();
            job.workOff(() -> List.of(world.district.id()));
            System.out.printf(
                    "calendar %d: %,d cases in %,d ms%n", version, CASES, (System.nanoTime() - start) / 1_000_000);
        }
        var moved = tenants.inDistrict(world.district.id(), () -> rows.first(
                        Query.of("SELECT count(*) FROM deadline_move"), row -> row.getLong(1))
                .orElse(0L));
        assertThat(moved).isGreaterThanOrEqualTo(2L * CASES);
    }
}
