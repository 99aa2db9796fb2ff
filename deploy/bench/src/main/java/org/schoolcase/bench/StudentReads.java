package org.schoolcase.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.schoolcase.bench.load.PgBench;
import org.schoolcase.bench.load.Rate;
import org.schoolcase.bench.load.Wrk;
import org.schoolcase.bench.report.Duel;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Service;

/** GET of one student by a case manager, against the select that the service sends for it. */
final class StudentReads {

    /** pgbench takes at most 128 scripts; each reads another student, and the GETs read the same ones. */
    private static final int DIFFERENT = 100;

    /** As the service sends it; {@link #drift} tells when it no longer does. */
    private static final String SELECT = "select s.id, s.sourced_id, s.given_name, s.middle_name, s.family_name,"
            + " s.preferred_given_name, s.preferred_family_name, s.birth_date, s.grade, s.language, s.home_languages,"
            + " s.school_ids, s.active, s.version,"
            + " array(select a.id from amendment a where a.district_id = s.district_id and a.student_id = s.id"
            + " and a.statement is not null order by a.id) as statement_ids,"
            + " is_directory_opted_out(s.id) as directory_opt_out"
            + " from student s where s.id = (select coalesce(m.merged_into, m.id) from student m where m.id = $1)"
            + " and s.merged_into is null and (s.school_ids && $2 or exists (select from case_team c"
            + " where c.district_id = s.district_id and c.student_id = s.id and c.staff_id = $3))";

    private final Bed bed;
    private final Path script;
    private final Path idFile;
    private final List<Path> selects;
    private final PgBench pgbench;
    private final Duel duel = new Duel();
    private final ProcessorTime cost;

    StudentReads(Bed bed) {
        this.bed = bed;
        this.cost = new ProcessorTime(bed, Service.STUDENT);
        this.script = bed.script("get-student.lua");
        var claims = bed.claims("case-manager");
        var schools = "{"
                + String.join(
                        ",",
                        StreamSupport.stream(claims.path("school_ids").spliterator(), false)
                                .map(school -> school.asText())
                                .toList())
                + "}";
        var ids = students(bed, schools);
        this.idFile = bed.file("read-students.txt", String.join("\n", ids) + "\n");
        this.selects = IntStream.range(0, ids.size())
                .mapToObj(i -> bed.file(
                        "get-student-" + i + ".sql",
                        SELECT.replace("$1", quoted(ids.get(i)))
                                        .replace("$2", quoted(schools))
                                        .replace(
                                                "$3",
                                                quoted(claims.path("staff_id").asText()))
                                + ";\n"))
                .toList();
        this.pgbench = new PgBench(Plan.CONNECTIONS, bed.appOf(Service.STUDENT), bed.district());
    }

    private static List<String> students(Bed bed, String schools) {
        return bed.database(Service.STUDENT)
                .list("""
                SELECT id::text FROM student WHERE district_id = '%s' AND school_ids && '%s' ORDER BY md5(id::text) LIMIT %d
                """.formatted(bed.district(), schools, DIFFERENT), row -> row.getString(1));
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    Rate suite(Duration time) {
        var token = bed.file("case-manager.token", bed.token("case-manager"));
        return new Wrk(Plan.CONNECTIONS)
                .run(script, bed.url(Service.STUDENT), time, token.toString(), idFile.toString());
    }

    Rate limit(Duration time) {
        return pgbench.run(selects, Map.of(), time);
    }

    void run(Plan plan) {
        for (int i = 0; i < plan.rounds(); i++) {
            var load = Machine.load();
            var read = cost.around(() -> suite(plan.round()));
            drift();
            duel.suite(read, load);
            load = Machine.load();
            var selected = limit(plan.round());
            duel.limit(selected, load);
            bed.say("GET %.0f/s (%d errors), select %.0f/s"
                    .formatted(read.perSecond(), read.errors(), selected.perSecond()));
        }
    }

    void addTo(Table table) {
        duel.addTo(table, "GET one student, requests/s", "0.35");
    }

    /** Processor time of the service for one GET. */
    String cost() {
        return cost.toString();
    }

    /** Says so when the service's connections show another statement than the one measured as the limit. */
    private void drift() {
        var sent = bed.database(Service.STUDENT)
                .number("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'student-service' AND query = '"
                        + SELECT.replace("'", "''") + "'");
        if (sent == 0) {
            bed.say("NOTE: the service sends another select now; correct StudentReads");
        }
    }
}
