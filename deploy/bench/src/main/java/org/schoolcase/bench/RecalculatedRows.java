package org.schoolcase.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.schoolcase.local.Service;

/** What a recalculation stored, written once more by plain SQL in the copy of the database: its limit. */
final class RecalculatedRows {

    private static final String EVENT = "district_id, id, topic, event_key, type, occurred_at, data, traceparent";
    private static final String UPDATE = """
            UPDATE case_deadline d SET
                status = n.status, jurisdiction = n.jurisdiction, rule_id = n.rule_id, start_event = n.start_event,
                completion_event = n.completion_event, started_on = n.started_on, due_on = n.due_on, act_by = n.act_by,
                unextended = n.unextended, citation = n.citation, confidence = n.confidence, explanation = n.explanation,
                notes = n.notes, trace = n.trace, version = n.version
            FROM counted n WHERE d.district_id = n.district_id AND d.id = n.id
            """;

    private final Bed bed;

    RecalculatedRows(Bed bed) {
        this.bed = bed;
    }

    /** The id that the district's script makes of a number. */
    static UUID caseId(int number) {
        return md5("c" + number);
    }

    private static UUID md5(String text) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The deadlines as they are before the recalculation. */
    Path before() {
        return read("before", "case_deadline");
    }

    /**
     * One transaction: the new deadlines with COPY into a table of their own and from there with one UPDATE, the moves and the
     * events with COPY.
     */
    double secondsOfPlainSql(Path before, long moved) {
        var cases = read("cases", "case_file");
        var counted = read("counted", "case_deadline");
        var moves = read("moves", "(SELECT * FROM deadline_move ORDER BY id DESC LIMIT " + moved + ")");
        var events = read(
                "events",
                "(SELECT " + EVENT + " FROM outbox_event WHERE type = 'org.schoolcase.case.deadline-moved.v1'"
                        + " ORDER BY seq DESC LIMIT " + moved + ")");
        try (var connection = bed.copy(Service.CASE).connect()) {
            prepare(connection, cases, before);
            var start = System.nanoTime();
            write(connection, counted, moves, events);
            return (System.nanoTime() - start) / 1e9;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void prepare(Connection connection, Path cases, Path before) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET app.district = '" + bed.district() + "'");
            statement.execute("TRUNCATE case_file, outbox_event CASCADE");
            copy(connection, "case_file", cases);
            copy(connection, "case_deadline", before);
            statement.execute("VACUUM ANALYZE case_file, case_deadline");
            statement.execute("CHECKPOINT");
        }
    }

    private static void write(Connection connection, Path counted, Path moves, Path events) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE counted (LIKE case_deadline)");
            copy(connection, "counted", counted);
            statement.execute(UPDATE);
            copy(connection, "deadline_move", moves);
            copy(connection, "outbox_event (" + EVENT + ")", events);
        }
        connection.commit();
    }

    private static void copy(Connection connection, String table, Path file) throws SQLException {
        try (var in = Files.newInputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path read(String name, String rows) {
        var file = bed.folder().resolve(name + ".copy");
        try (var connection = bed.database(Service.CASE).connect();
                var out = Files.newOutputStream(file)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + rows + " TO STDOUT", out);
            return file;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
