package org.schoolcase.cases.caseload.today;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.schoolcase.cases.studentprofile.StudentStateConsumer;
import org.schoolcase.cases.testing.World;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.kit.testing.PostgresResource;

/**
 * Measures the caseload page of 60 cases in a district of 200,000 students with 18,000 open cases of 300 case managers;
 * run by hand with JAVA_TOOL_OPTIONS=-Dschoolcase.bench=true.
 */
@QuarkusTest
@EnabledIfSystemProperty(named = "schoolcase.bench", matches = "true")
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class TodayBenchmarkTest {

    private static final int STUDENTS = 200_000;
    private static final int MANAGERS = 300;
    private static final int EACH = 60;
    private static final int CALLS = 500;

    private static final List<String> SEED = List.of("""
            INSERT INTO student_profile (id, version, given_name, family_name, grade, school_ids, language, active)
            SELECT md5(current_district() || 's' || n)::uuid, 1, 'A', 'B', to_char(n % 12 + 1, 'FM00'),
                   ARRAY[md5('school' || n % 40)::uuid], 'en', true
            FROM generate_series(1, STUDENTS) n
            """, """
            INSERT INTO case_file (id, student_id, source, reason, barriers, received_on, opened_on, status, version)
            SELECT md5(current_district() || 'c' || n)::uuid, md5(current_district() || 's' || n)::uuid, 'STAFF', 'r',
                   '{ACADEMIC}', current_date - 40, current_date - 40, 'OPEN', 0
            FROM generate_series(1, CASES) n
            """, """
            INSERT INTO case_team_member (case_id, staff_id, role, from_on, added_at)
            SELECT md5(current_district() || 'c' || n)::uuid, md5(current_district() || 'm' || n % MANAGERS)::uuid,
                   'CASE_MANAGER', current_date - 40, now() - interval '40 days'
            FROM generate_series(1, CASES) n
            """, """
            INSERT INTO case_deadline (id, case_id, student_id, subject_id, completion_event, step, status, jurisdiction,
                                       start_event, started_on, due_on, confidence, trace, set_at, version)
            SELECT gen_random_uuid(), md5(current_district() || 'c' || n)::uuid, md5(current_district() || 's' || n)::uuid,
                   md5('k' || n)::uuid, 'STEP_COMPLETED', (ARRAY['INITIAL_EVALUATION', 'IEP_REVIEW'])[k],
                   CASE WHEN n % 3 = 0 THEN 'ENDED' ELSE 'OPEN' END, 'US-AZ', 'CONSENT_RECEIVED', current_date - 30,
                   current_date - 10 + (n / MANAGERS * k) % 80, 'HIGH', '[]', now(), 0
            FROM generate_series(1, CASES) n, generate_series(1, 2) k
            """, """
            INSERT INTO case_happening (id, case_id, student_id, kind, on_date, recorded_at, subject_id, sealed, law_events)
            SELECT uuidv7(make_interval(days => -2 * k)), md5(current_district() || 'c' || n)::uuid,
                   md5(current_district() || 's' || n)::uuid,
                   (ARRAY['CASE_OPENED', 'CONSENT_REQUESTED', 'EVALUATION_CONSENT_GIVEN', 'TASK_ADDED'])[k % 4 + 1],
                   current_date - 2 * k, now() - make_interval(days => 2 * k), md5('h' || n || '-' || k / 4)::uuid,
                   false, '{}'
            FROM generate_series(1, CASES) n, generate_series(1, 20) k
            """, """
            INSERT INTO case_deadline_facts (case_id, dates, absences, extension, circumstances, version)
            SELECT md5(current_district() || 'c' || n)::uuid,
                   jsonb_build_object('IEP_MEETING_SCHEDULED', current_date + n / MANAGERS % 50), 0, 0, '{}', 1
            FROM generate_series(1, CASES, 2) n
            """, """
            INSERT INTO case_task (id, case_id, student_id, kind, text, links, owner_id, due_on, state, created_at,
                                   closed_at, version)
            SELECT gen_random_uuid(), md5(current_district() || 'c' || n)::uuid, md5(current_district() || 's' || n)::uuid,
                   'FOLLOW_UP', 't', '{}', md5(current_district() || 'm' || n % MANAGERS)::uuid,
                   current_date - 5 + (n / MANAGERS * k) % 60, CASE WHEN k = 1 THEN 'OPEN' ELSE 'DONE' END, now(),
                   CASE WHEN k = 1 THEN NULL ELSE now() END, 0
            FROM generate_series(1, CASES) n, generate_series(1, 4) k
            """, """
            INSERT INTO case_assessment (id, case_id, kind, instrument_key, instrument_version, purpose, status, protected,
                                         administered_on, language, assessor_id, answers, attachments, scores, started_at,
                                         completed_on, version)
            SELECT gen_random_uuid(), md5(current_district() || 'c' || n)::uuid, 'INTERVIEW', 'schoolcase.student-interview',
                   1, 'INTAKE', CASE WHEN k = 1 THEN 'DRAFT' ELSE 'FINAL' END, false, current_date - k, 'en',
                   md5(current_district() || 'm' || (n + n / MANAGERS % 3) % MANAGERS)::uuid, '{}', '[]', '[]', now(),
                   CASE WHEN k = 1 THEN NULL ELSE current_date END, 0
            FROM generate_series(1, CASES) n, generate_series(1, 4) k
            """);

    @Inject
    StudentStateConsumer students;

    @Inject
    Rows rows;

    @Inject
    Tenants tenants;

    @Test
    void measuresThePage() {
        var world = World.in("US-AZ", students);
        tenants.runInDistrict(
                world.district.id(),
                () -> SEED.forEach(sql -> rows.write(sql.replace("STUDENTS", String.valueOf(STUDENTS))
                        .replace("CASES", String.valueOf(MANAGERS * EACH))
                        .replace("MANAGERS", String.valueOf(MANAGERS)))));
        analyze();
        var managers = new UUID[MANAGERS];
        Arrays.setAll(managers, i -> manager(world, i));
        plans(world, managers[7]);

        var times = new long[CALLS];
        for (int i = -100; i < CALLS; i++) {
            var token = world.district
                    .token(Role.CASE_MANAGER)
                    .staff(managers[Math.floorMod(i, MANAGERS)])
                    .sign();
            world.as(token).get("/v1/cases?limit=1").then().statusCode(200);
            var start = System.nanoTime();
            var answer = world.as(token).get("/v1/caseload/today");
            var took = System.nanoTime() - start;
            assertThat(answer.statusCode()).isEqualTo(200);
            if (i >= 0) {
                times[i] = took;
            }
        }
        Arrays.sort(times);
        System.out.printf(
                "caseload page of %d cases among %,d students: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                EACH, STUDENTS, millis(times, 50), millis(times, 95), millis(times, 99), times[CALLS - 1] / 1e6);
        for (var path : List.of("/v1/caseloads", "/v1/caseloads/balance")) {
            var start = System.nanoTime();
            world.as(world.coordinatorToken()).get(path).then().statusCode(200);
            System.out.printf("%s: %.0f ms%n", path, (System.nanoTime() - start) / 1e6);
        }
        assertThat(millis(times, 95)).isLessThan(80);
    }

    private void plans(World world, UUID manager) {
        var since = Instant.now().minus(Duration.ofDays(14));
        for (var section : Section.values()) {
            var query = TodayData.query(
                    section, new TodayData.Question(manager, world.today, 14, since), new Cursor(List.of()), 25);
            System.out.println("-- " + section);
            tenants.inDistrict(
                            world.district.id(),
                            () -> rows.list(
                                    Query.of(
                                            "EXPLAIN (ANALYZE, BUFFERS OFF) " + query.sql(),
                                            query.values().toArray()),
                                    row -> row.getString(1)))
                    .forEach(System.out::println);
        }
    }

    private static void analyze() {
        try (var connection = DriverManager.getConnection(PostgresResource.superuserUrl());
                var statement = connection.createStatement()) {
            statement.execute("VACUUM ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID manager(World world, int i) {
        return tenants.inDistrict(world.district.id(), () -> rows.first(
                        Query.of("SELECT md5(current_district() || 'm' || ?)::uuid", String.valueOf(i)),
                        row -> row.getObject(1, UUID.class))
                .orElseThrow());
    }

    private static double millis(long[] sorted, int percent) {
        return sorted[sorted.length * percent / 100] / 1e6;
    }
}
