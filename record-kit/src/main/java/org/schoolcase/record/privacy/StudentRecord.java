package org.schoolcase.record.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** All that this service keeps of one student, as the schema itself tells it (function record_tables). */
@ApplicationScoped
class StudentRecord {

    /** The record as JSON: rows by kind, and the kinds that were left to the custodian. */
    record Assembled(ObjectNode content, int rows) {}

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

    Assembled assemble(UUID studentId) {
        var content = json.createObjectNode().put("service", service).put("studentId", studentId.toString());
        try (var connection = database.getConnection()) {
            int rows = kinds(connection, studentId, content);
            withheld(connection, studentId, content);
            return new Assembled(content, rows);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("A record cannot be assembled", e);
        }
    }

    List<Destroyed> destroy(UUID studentId, boolean whole) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT kind, destroyed FROM destroy_record(?, ?)")) {
            statement.setObject(1, studentId);
            statement.setBoolean(2, whole);
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

    private int kinds(Connection connection, UUID studentId, ObjectNode content) throws SQLException, IOException {
        var kinds = content.putObject("kinds");
        int rows = 0;
        try (var statement = connection.prepareStatement("SELECT kind, content::text FROM record_of(?)")) {
            statement.setObject(1, studentId);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    kinds.withArray(row.getString(1)).add(json.readTree(row.getString(2)));
                    rows++;
                }
            }
        }
        return rows;
    }

    private static void withheld(Connection connection, UUID studentId, ObjectNode content) throws SQLException {
        var withheld = content.putObject("withheld");
        try (var statement = connection.prepareStatement("SELECT kind, rows_withheld FROM withheld_of(?)")) {
            statement.setObject(1, studentId);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    withheld.put(row.getString(1), row.getLong(2));
                }
            }
        }
    }
}
