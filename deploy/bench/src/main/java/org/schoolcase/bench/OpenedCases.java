package org.schoolcase.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.bench.load.PgBench;
import org.schoolcase.bench.load.Rate;
import org.schoolcase.bench.load.Wrk;
import org.schoolcase.bench.report.Duel;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Service;

/** POST of a case by a coordinator, against the same transaction without the service. */
final class OpenedCases {

    private static final int STUDENTS_PER_CONNECTION = 10_000;
    private static final String FORGET = "TRUNCATE case_file, case_team_member, idempotency_key CASCADE";

    private final Bed bed;
    private final String coordinator;
    private final Path script;
    private final Path transaction;
    private final Path students;
    private final PgBench pgbench;
    private final Duel duel = new Duel();
    private final ProcessorTime cost;
    private int runs;

    OpenedCases(Bed bed) {
        this.bed = bed;
        this.cost = new ProcessorTime(bed, Service.CASE);
        this.coordinator = bed.claims("coordinator").path("staff_id").asText();
        this.script = bed.script("open-case.lua");
        this.transaction = bed.script("open-case.sql");
        this.students = bed.file("case-students.txt", String.join("\n", students(bed)) + "\n");
        this.pgbench = new PgBench(Plan.CONNECTIONS, bed.appOfCopy(Service.CASE), bed.district());
        bed.copy(Service.CASE).execute(studentsOfTheLimit(bed.district()), "VACUUM ANALYZE student_profile");
    }

    /** Ids that a pgbench script can make of its client's number and a counter. */
    private static String studentsOfTheLimit(UUID district) {
        return """
                INSERT INTO student_profile (district_id, id, version, given_name, family_name, school_ids, language, active)
                SELECT '%s', ('20000000-0000-4000-8000-' || lpad(to_hex(c * 100000 + n), 12, '0'))::uuid, 0, 'Ada', 'Inkwell',
                       ARRAY['20000000-0000-4000-8000-000000000001'::uuid], 'en', true
                  FROM generate_series(0, %d) c, generate_series(1, %d) n
                """.formatted(district, Plan.CONNECTIONS - 1, STUDENTS_PER_CONNECTION);
    }

    /** Every student of the district, in an order that says nothing. */
    static List<String> students(Bed bed) {
        return bed.database(Service.CASE)
                .list(
                        "SELECT id::text FROM student_profile WHERE district_id = '" + bed.district()
                                + "' ORDER BY md5(id::text)",
                        row -> row.getString(1));
    }

    /** The civil date at the district. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of(Bed.DISTRICT.timeZone()));
    }

    /** Takes all cases away, so that every student may have one again. */
    static void forget(Database database) {
        database.execute(FORGET);
    }

    Rate suite(Duration time) {
        Bed.pause(Duration.ofMillis(500));
        forget(bed.database(Service.CASE));
        var token = bed.file("coordinator.token", bed.token("coordinator"));
        runs++;
        var rate = new Wrk(Plan.CONNECTIONS)
                .run(
                        script,
                        bed.url(Service.CASE),
                        time,
                        token.toString(),
                        students.toString(),
                        "run-" + runs,
                        today().toString());
        return checked(rate, bed.database(Service.CASE));
    }

    Rate limit(Duration time) {
        forget(bed.copy(Service.CASE));
        var rate = pgbench.run(List.of(transaction), variables(), time);
        return checked(rate, bed.copy(Service.CASE));
    }

    /** An answer without its case is an error. */
    private static Rate checked(Rate rate, Database database) {
        var missing = rate.count() - rate.errors() - database.number("SELECT count(*) FROM case_file");
        return new Rate(rate.count(), rate.perSecond(), rate.errors() + Math.max(0, missing));
    }

    private Map<String, String> variables() {
        return Map.of(
                "i",
                "0",
                "staff",
                coordinator,
                "district",
                bed.district().toString(),
                "day",
                today().toString(),
                "actor",
                "http://127.0.0.1:18080/realms/district-mulberry|5f0c1d7e-5c0f-4f07-9b6c-6a5e0e6b7a11");
    }

    void run(Plan plan) {
        for (int i = 0; i < plan.rounds(); i++) {
            bed.settle();
            var load = Machine.load();
            var opened = cost.around(() -> suite(plan.round()));
            duel.suite(opened, load);
            bed.settle();
            load = Machine.load();
            var stored = limit(plan.round());
            duel.limit(stored, load);
            bed.say("POST %.0f/s (%d errors), transaction %.0f/s (%d errors)"
                    .formatted(opened.perSecond(), opened.errors(), stored.perSecond(), stored.errors()));
        }
    }

    /** Processor time of the service for one POST, with the relay's work on its event. */
    String cost() {
        return cost.toString();
    }

    void addTo(Table table) {
        duel.addTo(table, "POST a case, requests/s", "0.40");
    }
}
