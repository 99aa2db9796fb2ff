package org.schoolcase.record.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * All that this service keeps of one student, as the schema itself tells it (function record_tables), under his id and the ids of
 * records that were merged into his.
 */
@ApplicationScoped
class StudentRecord {

    /** In a transaction the driver fetches so many rows at a time. */
    private static final int FETCH = 100;

    private static final String ROWS = "SELECT r.kind, r.content::text FROM " + Whose.RECORDS + " w"
            + " CROSS JOIN LATERAL record_of(w.id) r ORDER BY r.kind, w.id <> ?";
    private static final String WITHHELD = "SELECT r.kind, sum(r.rows_withheld)::bigint FROM " + Whose.RECORDS + " w"
            + " CROSS JOIN LATERAL withheld_of(w.id) r GROUP BY r.kind ORDER BY r.kind";
    private static final String DESTROY = "SELECT r.kind, sum(r.destroyed)::bigint FROM " + Whose.RECORDS + " w"
            + " CROSS JOIN LATERAL destroy_record(w.id, ?) r GROUP BY r.kind ORDER BY r.kind";

    private static final String PARTED = "SELECT holds_parted(?, ?, ?)";

    /** How many rows of a kind were destroyed. */
    record Destroyed(String kind, long count) {}

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final String service;

    StudentRecord(
            AgroalDataSource database,
            ObjectMapper json,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.json = json;
        this.service = service;
    }

    /**
     * Goes on unless a record counts as merged into the student's here, of which the student service did not say so when it asked: its
     * merge was undone, the fact of that is still to come, and until then another child's rows stand under this one's id. The event is
     * tried again, and becomes a dead letter for an operator to replay.
     */
    @Transactional(TxType.MANDATORY)
    void requireNoneOfOthers(Whose whose) {
        if (whose.mergedIds() == null) {
            return;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(PARTED)) {
            whose.set(statement, 1);
            try (var row = statement.executeQuery()) {
                if (row.next() && row.getBoolean(1)) {
                    throw new IllegalStateException("The undoing of a merge has not come here yet");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Merges cannot be read: SQL state " + e.getSQLState(), e);
        }
    }

    /** Writes it as JSON, row by row: rows by kind, and the kinds that were left to the custodian; answers the number of rows. */
    @Transactional(TxType.MANDATORY)
    int write(Whose whose, OutputStream out) throws IOException {
        try (var connection = database.getConnection();
                var generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField("service", service);
            generator.writeStringField("studentId", whose.studentId().toString());
            int rows = kinds(connection, whose, generator);
            withheld(connection, whose, generator);
            generator.writeEndObject();
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("A record cannot be assembled: SQL state " + e.getSQLState(), e);
        }
    }

    @Transactional(TxType.MANDATORY)
    List<Destroyed> destroy(Whose whose, boolean whole) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(DESTROY)) {
            statement.setBoolean(whose.set(statement, 1), whole);
            var counts = new ArrayList<Destroyed>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    counts.add(new Destroyed(row.getString(1), row.getLong(2)));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw new IllegalStateException("A record cannot be destroyed: SQL state " + e.getSQLState(), e);
        }
    }

    /** The rows of one kind come after those of another. */
    private static int kinds(Connection connection, Whose whose, JsonGenerator generator)
            throws SQLException, IOException {
        generator.writeObjectFieldStart("kinds");
        var open = "";
        int rows = 0;
        try (var statement = connection.prepareStatement(ROWS)) {
            statement.setFetchSize(FETCH);
            statement.setObject(whose.set(statement, 1), whose.studentId());
            try (var row = statement.executeQuery()) {
                for (; row.next(); rows++) {
                    open = kind(row.getString(1), open, generator);
                    generator.writeRawValue(row.getString(2));
                }
            }
        }
        if (!open.isEmpty()) {
            generator.writeEndArray();
        }
        generator.writeEndObject();
        return rows;
    }

    private static String kind(String kind, String open, JsonGenerator generator) throws IOException {
        if (!kind.equals(open)) {
            if (!open.isEmpty()) {
                generator.writeEndArray();
            }
            generator.writeArrayFieldStart(kind);
        }
        return kind;
    }

    private static void withheld(Connection connection, Whose whose, JsonGenerator generator)
            throws SQLException, IOException {
        generator.writeObjectFieldStart("withheld");
        try (var statement = connection.prepareStatement(WITHHELD)) {
            whose.set(statement, 1);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    generator.writeNumberField(row.getString(1), row.getLong(2));
                }
            }
        }
        generator.writeEndObject();
    }
}
