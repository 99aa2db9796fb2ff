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
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.schoolcase.bench.load.Rate;
import org.schoolcase.bench.report.Duel;
import org.schoolcase.bench.report.Table;
import org.schoolcase.local.Service;

/**
 * The import of a roster through the API, against COPY of the same rows into the same tables: once of all rows that the
 * import stores, once of the roster's own tables only.
 */
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
    /** What the import stores besides, in the order of their references; names and indicators follow by triggers on both sides. */
    private static final List<String> CARRIED =
            List.of("school", "student", "staff", "teacher_student", "outbox_event");

    private static final List<String> ALL =
            Stream.concat(TABLES.stream(), CARRIED.stream()).toList();
    private static final String EMPTY = "TRUNCATE " + String.join(", ", ALL) + ", roster_touched_user CASCADE";

    private static final Set<String> RUNNING = Set.of("QUEUED", "RUNNING");

    private final Bed bed;
    private final byte[] zip;
    private final Duel ofAll = new Duel();
    private final Duel ofRoster = new Duel();

    RosterImports(Bed bed, byte[] zip) {
        this.bed = bed;
        this.zip = zip;
    }

    /** One import and one COPY that are not counted, then the rounds in turn; the last import stays. */
    void run(int rounds) {
        importOnce();
        copyOnce(ALL);
        for (int i = 0; i < rounds; i++) {
            bed.settle();
            bed.database(Service.STUDENT).execute(EMPTY, "CHECKPOINT");
            var load = Machine.load();
            var nanos = importOnce();
            var imported = rate(ALL, nanos);
            ofAll.suite(imported, load);
            ofRoster.suite(rate(TABLES, nanos), load);
            bed.settle();
            ofAll.limit(copyOnce(ALL), Machine.load());
            ofRoster.limit(copyOnce(TABLES), Machine.load());
            bed.say("import %.0f rows/s".formatted(imported.perSecond()));
        }
        bed.settle();
        bed.say("the same package again: %.0f rows/s"
                .formatted(rate(ALL, importOnce()).perSecond()));
    }

    void addTo(Table table) {
        ofAll.addTo(table, "roster import, rows/s", "0.4");
        ofRoster.addTo(table, "… rows of the roster's tables only", "-");
    }

    /** The time of one import; one that does not end without errors measures nothing. */
    private long importOnce() {
        var start = System.nanoTime();
        var accepted = bed.api()
                .postZip(Service.STUDENT, "/v1/roster-imports", bed.sisSync(), zip)
                .expect(200, 201, 202);
        var state = accepted.text("state");
        while (RUNNING.contains(state)) {
            Bed.pause(Duration.ofMillis(50));
            state = bed.api()
                    .get(Service.STUDENT, "/v1/roster-imports/" + accepted.text("id"), bed.sisSync())
                    .expect(200)
                    .text("state");
        }
        if (!state.equals("COMPLETED")) {
            throw new IllegalStateException("The import ended as " + state);
        }
        return System.nanoTime() - start;
    }

    private Rate copyOnce(List<String> tables) {
        bed.copy(Service.STUDENT).execute(EMPTY, "CHECKPOINT");
        var content = new LinkedHashMap<String, byte[]>();
        tables.forEach(table -> content.put(table, read(table)));
        var start = System.nanoTime();
        write(content);
        var nanos = System.nanoTime() - start;
        var rows = rows(tables, bed.copy(Service.STUDENT));
        return new Rate(rows, rows * 1e9 / nanos, 0);
    }

    private Rate rate(List<String> tables, long nanos) {
        var rows = rows(tables, bed.database(Service.STUDENT));
        return new Rate(rows, rows * 1e9 / nanos, 0);
    }

    private static long rows(List<String> tables, Database database) {
        return tables.stream()
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
        try (var connection = bed.copy(Service.STUDENT).connect();
                var tenant = connection.createStatement()) {
            tenant.execute("SET app.district = '" + bed.district() + "'");
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
