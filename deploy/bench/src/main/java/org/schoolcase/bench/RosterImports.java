package org.schoolcase.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.schoolcase.bench.load.Rate;
import org.schoolcase.bench.report.Duel;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Service;

/** The import of a roster through the API, against COPY of the same rows into the same tables. */
final class RosterImports {

    private static final List<String> TABLES = List.of(
            "roster_org",
            "roster_academic_session",
            "roster_course",
            "roster_class",
            "roster_user",
            "roster_role",
            "roster_enrollment",
            "roster_demographics");
    private static final String EMPTY = "TRUNCATE " + String.join(", ", TABLES) + ", roster_touched_user";
    private static final String EMPTY_RECORDS = "TRUNCATE school, student, staff, teacher_student CASCADE";
    private static final Set<String> RUNNING = Set.of("QUEUED", "RUNNING");

    private final Bed bed;
    private final byte[] zip;
    private final Duel duel = new Duel();

    RosterImports(Bed bed, byte[] zip) {
        this.bed = bed;
        this.zip = zip;
    }

    /** One import and one COPY that are not counted, then the rounds in turn; the last import stays. */
    void run(int rounds) {
        importOnce();
        copyOnce();
        for (int i = 0; i < rounds; i++) {
            bed.settle();
            bed.database(Service.STUDENT).execute(EMPTY, EMPTY_RECORDS, "CHECKPOINT");
            var load = Machine.load();
            var imported = importOnce();
            duel.suite(imported, load);
            bed.settle();
            load = Machine.load();
            var copied = copyOnce();
            duel.limit(copied, load);
            bed.say("import %.0f rows/s, COPY %.0f rows/s".formatted(imported.perSecond(), copied.perSecond()));
        }
        bed.settle();
        bed.say("the same package again: %.0f rows/s".formatted(importOnce().perSecond()));
    }

    void addTo(Table table) {
        duel.addTo(table, "roster import, rows/s", "0.4");
    }

    private Rate importOnce() {
        var start = System.nanoTime();
        var accepted = bed.api()
                .postZip(Service.STUDENT, "/v1/roster-imports", bed.sisSync(), zip)
                .expect(200, 201, 202);
        var state = accepted.text("state");
        var errors = 0L;
        while (RUNNING.contains(state)) {
            Bed.pause(Duration.ofMillis(50));
            var answer = bed.api()
                    .get(Service.STUDENT, "/v1/roster-imports/" + accepted.text("id"), bed.sisSync())
                    .expect(200);
            state = answer.text("state");
            errors = answer.body().path("errors").asLong();
        }
        var nanos = System.nanoTime() - start;
        return rate(rows(bed.database(Service.STUDENT)), nanos, state.equals("COMPLETED") ? errors : errors + 1);
    }

    private Rate copyOnce() {
        bed.copy(Service.STUDENT).execute(EMPTY, "CHECKPOINT");
        var content = new LinkedHashMap<String, byte[]>();
        TABLES.forEach(table -> content.put(table, read(table)));
        var start = System.nanoTime();
        write(content);
        var nanos = System.nanoTime() - start;
        return rate(rows(bed.copy(Service.STUDENT)), nanos, 0);
    }

    private static Rate rate(long rows, long nanos, long errors) {
        return new Rate(rows, rows * 1e9 / nanos, errors);
    }

    private static long rows(Database database) {
        return TABLES.stream()
                .mapToLong(table -> database.number("SELECT count(*) FROM " + table))
                .sum();
    }

    private byte[] read(String table) {
        try (var connection = bed.database(Service.STUDENT).connect()) {
            var out = new ByteArrayOutputStream();
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", out);
            return out.toByteArray();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(table, e);
        }
    }

    /** One transaction per table, as COPY makes it. */
    private void write(Map<String, byte[]> content) {
        try (var connection = bed.copy(Service.STUDENT).connect()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : content.entrySet()) {
                copy.copyIn("COPY " + table.getKey() + " FROM STDIN", new ByteArrayInputStream(table.getValue()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
