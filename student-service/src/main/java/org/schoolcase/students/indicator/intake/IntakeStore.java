package org.schoolcase.students.indicator.intake;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores rows with one statement per batch: inserts what is new, updates what differs, and marks the students concerned,
 * so that their indicators follow. The same rows again write nothing. Needs a transaction.
 */
@ApplicationScoped
class IntakeStore {

    /** What became of the rows. */
    record Stored(long added, long changed, long unchanged, List<Finding> unknown) {}

    static final String UNKNOWN_STUDENT = "student.unknown";

    private static final String UNKNOWN = """
            SELECT g.line FROM unnest(?, ?) AS g (line, student_id)
             WHERE NOT EXISTS (SELECT FROM student s WHERE s.id = g.student_id)
            """;

    private final AgroalDataSource database;

    IntakeStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Of rows about one record the last counts. */
    Stored store(DataKind kind, Collection<IntakeRow> rows) {
        var last = new LinkedHashMap<Object, IntakeRow>();
        rows.forEach(row -> last.put(row.key(), row));
        try (var connection = database.getConnection()) {
            var unknown = unknown(connection, last.values());
            var known = last.values().stream()
                    .filter(row -> !unknown.contains(row.line()))
                    .toList();
            return merge(connection, kind, known, findings(unknown));
        } catch (SQLException e) {
            throw new IllegalStateException("Indicator data are not stored: SQL state " + e.getSQLState(), e);
        }
    }

    private static List<Finding> findings(Set<Long> lines) {
        return lines.stream()
                .sorted()
                .map(line -> new Finding(line, DataKind.STUDENT_ID, UNKNOWN_STUDENT))
                .toList();
    }

    private static Set<Long> unknown(Connection connection, Collection<IntakeRow> rows) throws SQLException {
        try (var statement = connection.prepareStatement(UNKNOWN)) {
            statement.setArray(1, array(connection, "int8", rows, IntakeRow::line));
            statement.setArray(2, array(connection, "uuid", rows, IntakeRow::studentId));
            var lines = new HashSet<Long>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    lines.add(found.getLong(1));
                }
            }
            return lines;
        }
    }

    private static Stored merge(Connection connection, DataKind kind, List<IntakeRow> rows, List<Finding> unknown)
            throws SQLException {
        if (rows.isEmpty()) {
            return new Stored(0, 0, 0, unknown);
        }
        try (var statement = connection.prepareStatement(sql(kind))) {
            bind(connection, statement, kind, rows);
            try (var counts = statement.executeQuery()) {
                counts.next();
                long added = counts.getLong(1);
                long changed = counts.getLong(2);
                return new Stored(added, changed, rows.size() - added - changed, unknown);
            }
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, DataKind kind, List<IntakeRow> rows)
            throws SQLException {
        int next = 1;
        statement.setArray(next++, array(connection, "uuid", rows, IntakeRow::studentId));
        if (kind.isKeyed()) {
            statement.setArray(next++, array(connection, "uuid", rows, IntakeRow::id));
        }
        for (int i = 0; i < kind.stored().size(); i++) {
            int place = i;
            statement.setArray(next++, array(connection, kind.stored().get(i).sqlType(), rows, row -> row.values()
                    .get(place)));
        }
    }

    private static Array array(
            Connection connection, String type, Collection<IntakeRow> rows, Function<IntakeRow, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    /** Rows are written in the order of their key, so that two writers cannot wait for each other in a circle. */
    private static String sql(DataKind kind) {
        var names = new ArrayList<String>(List.of("student_id"));
        var types = new ArrayList<String>(List.of("uuid"));
        if (kind.isKeyed()) {
            names.add("id");
            types.add("uuid");
        }
        kind.stored().forEach(column -> {
            names.add(column.sqlName());
            types.add(column.sqlType());
        });
        var key = kind.isKeyed() ? List.of("id") : List.of("student_id", "on_date");
        var others = names.stream().filter(name -> !key.contains(name)).toList();
        return """
                WITH fresh AS (
                    INSERT INTO %1$s AS t (%2$s)
                    SELECT %2$s FROM unnest(%3$s) AS g (%2$s) ORDER BY %4$s
                    ON CONFLICT (district_id, %4$s) DO UPDATE SET %5$s
                     WHERE (%6$s) IS DISTINCT FROM (%7$s)
                    RETURNING old.student_id AS former, new.student_id AS student),
                touched AS (
                    SELECT student FROM fresh UNION SELECT former FROM fresh WHERE former IS NOT NULL),
                marked AS (
                    INSERT INTO indicator_dirty (student_id) SELECT student FROM touched ORDER BY student
                    ON CONFLICT (district_id, student_id) DO UPDATE SET marked_at = now())
                SELECT count(*) FILTER (WHERE former IS NULL), count(*) FILTER (WHERE former IS NOT NULL) FROM fresh
                """.formatted(
                        kind.table(),
                        String.join(", ", names),
                        types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", ")),
                        String.join(", ", key),
                        list(others, "%1$s = excluded.%1$s"),
                        list(others, "t.%1$s"),
                        list(others, "excluded.%1$s"));
    }

    private static String list(List<String> names, String form) {
        return names.stream().map(form::formatted).collect(Collectors.joining(", "));
    }
}
