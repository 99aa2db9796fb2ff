package org.schoolcase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.schoolcase.bench.load.Rate;
import org.schoolcase.local.Service;

/** What an import stored, copied with COPY into the same tables of the copy of the database: the limit of an import. */
final class CopiedRows {

    static final List<String> ROSTER = List.of(
            "roster_org",
            "roster_academic_session",
            "roster_course",
            "roster_class",
            "roster_user",
            "roster_role",
            "roster_enrollment",
            "roster_demographics");

    /** What the import stores besides, in the order of their references; names and indicators follow by triggers on both sides. */
    private static final List<String> CARRIED = List.of(
            "school",
            "student",
            "staff",
            "teacher_student",
            "roster_agent",
            "guardian",
            "student_guardian",
            "outbox_event");

    static final List<String> ALL =
            Stream.concat(ROSTER.stream(), CARRIED.stream()).toList();
    private static final String EMPTY = "TRUNCATE " + String.join(", ", ALL) + ", roster_touched_user CASCADE";

    private final Bed bed;

    CopiedRows(Bed bed) {
        this.bed = bed;
    }

    void forgetImport() {
        bed.database(Service.STUDENT).execute(EMPTY, "CHECKPOINT");
    }

    /** One COPY of these tables' rows; what is read for it lies in files, so that any district fits. */
    Rate copyOnce(List<String> tables) {
        bed.copy(Service.STUDENT).execute(EMPTY, "CHECKPOINT");
        var content = new LinkedHashMap<String, Path>();
        tables.forEach(table -> content.put(table, read(table)));
        var start = System.nanoTime();
        write(content);
        var nanos = System.nanoTime() - start;
        return new Rate(
                rows(tables, bed.copy(Service.STUDENT)), rows(tables, bed.copy(Service.STUDENT)) * 1e9 / nanos, 0);
    }

    /** The rate of an import that took so long and stored what is there now. */
    Rate imported(List<String> tables, long nanos) {
        var rows = rows(tables, bed.database(Service.STUDENT));
        return new Rate(rows, rows * 1e9 / nanos, 0);
    }

    private static long rows(List<String> tables, Database database) {
        return tables.stream()
                .mapToLong(table -> database.number("SELECT count(*) FROM " + table))
                .sum();
    }

    private Path read(String table) {
        var file = bed.folder().resolve(table + ".copy");
        try (var connection = bed.database(Service.STUDENT).connect();
                var out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " TO STDOUT", out);
            return file;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(table, e);
        }
    }

    /** One transaction per table, as COPY makes it. */
    private void write(Map<String, Path> content) {
        try (var connection = bed.copy(Service.STUDENT).connect();
                var tenant = connection.createStatement()) {
            tenant.execute("SET app.district = '" + bed.district() + "'");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (var table : content.entrySet()) {
                try (var in = Files.newInputStream(table.getValue())) {
                    copy.copyIn("COPY " + table.getKey() + " FROM STDIN", in);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
