package org.schoolcase.students.privacy.request;

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
import java.util.UUID;
import org.schoolcase.students.privacy.archive.PartFile;

/** This service's own part of an export, as the schema itself tells it (function record_tables). */
@ApplicationScoped
class StudentPart {

    /** In a transaction the driver fetches so many rows at a time. */
    private static final int FETCH = 100;

    private final AgroalDataSource database;
    private final ObjectMapper json;

    StudentPart(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional(TxType.MANDATORY)
    PartFile assemble(UUID studentId) throws IOException {
        return PartFile.write("student-service", json, out -> write(studentId, out));
    }

    private void write(UUID studentId, OutputStream out) throws IOException {
        try (var connection = database.getConnection();
                var generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField("service", "student-service");
            generator.writeStringField("studentId", studentId.toString());
            kinds(connection, studentId, generator);
            withheld(connection, studentId, generator);
            generator.writeEndObject();
        } catch (SQLException e) {
            throw new IllegalStateException("A record cannot be assembled: SQL state " + e.getSQLState(), e);
        }
    }

    /** The function gives the rows of one kind after those of another. */
    private static void kinds(Connection connection, UUID studentId, JsonGenerator generator)
            throws SQLException, IOException {
        generator.writeObjectFieldStart("kinds");
        var open = "";
        try (var statement = connection.prepareStatement("select kind, content::text from record_of(?)")) {
            statement.setFetchSize(FETCH);
            statement.setObject(1, studentId);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    if (!row.getString(1).equals(open)) {
                        if (!open.isEmpty()) {
                            generator.writeEndArray();
                        }
                        open = row.getString(1);
                        generator.writeArrayFieldStart(open);
                    }
                    generator.writeRawValue(row.getString(2));
                }
            }
        }
        if (!open.isEmpty()) {
            generator.writeEndArray();
        }
        generator.writeEndObject();
    }

    private static void withheld(Connection connection, UUID studentId, JsonGenerator generator)
            throws SQLException, IOException {
        generator.writeObjectFieldStart("withheld");
        try (var statement = connection.prepareStatement("select kind, rows_withheld from withheld_of(?)")) {
            statement.setObject(1, studentId);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    generator.writeNumberField(row.getString(1), row.getLong(2));
                }
            }
        }
        generator.writeEndObject();
    }
}
