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
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.schoolcase.students.privacy.archive.PartFile;

/** This service's own part of an export, as the schema itself tells it (function record_tables), with the records merged into it. */
@ApplicationScoped
class StudentPart {

    /** In a transaction the driver fetches so many rows at a time. */
    private static final int FETCH = 100;

    /** Like contact means: what the roster knows of the student's numbers and addresses is barred from one of the parents. */
    private static final String CONTACTS = "{email,sms,phone}";

    /** The student's record, and those that were merged into it: there stays what the surviving one had already, and their history. */
    private static final String RECORDS = "select w.id from student w where w.id = ? or w.merged_into = ?";

    private static final String HIDDEN =
            "select exists (select from court_order o where o.student_id in (" + RECORDS + ")"
                    + " and o.kind = 'NO_CONTACT' and o.known_to is null"
                    + " and (o.ends_on is null or o.ends_on >= district_today()))";
    private static final String OF_ALL = " from student w cross join lateral record_of(w.id) r"
            + " where w.id = ? or w.merged_into = ? order by r.kind, w.merged_into is not null";
    private static final String ROWS = "select r.kind, r.content::text" + OF_ALL;
    private static final String ROWS_WITHOUT_CONTACTS =
            "select r.kind, (case r.kind when 'roster_user' then r.content - '" + CONTACTS
                    + "'::text[] else r.content end)::text" + OF_ALL;
    private static final String WITHHELD = "select r.kind, sum(r.rows_withheld)::bigint from student w"
            + " cross join lateral withheld_of(w.id) r where w.id = ? or w.merged_into = ? group by r.kind order by r.kind";

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
            var hidden = areContactsHidden(connection, studentId);
            kinds(connection, hidden ? ROWS_WITHOUT_CONTACTS : ROWS, studentId, generator);
            withheld(connection, studentId, hidden, generator);
            generator.writeEndObject();
        } catch (SQLException e) {
            throw new IllegalStateException("A record cannot be assembled: SQL state " + e.getSQLState(), e);
        }
    }

    private static boolean areContactsHidden(Connection connection, UUID studentId) throws SQLException {
        try (var statement = connection.prepareStatement(HIDDEN)) {
            whose(statement, studentId);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The rows of one kind come after those of another. */
    private static void kinds(Connection connection, String rows, UUID studentId, JsonGenerator generator)
            throws SQLException, IOException {
        generator.writeObjectFieldStart("kinds");
        var open = "";
        try (var statement = connection.prepareStatement(rows)) {
            statement.setFetchSize(FETCH);
            whose(statement, studentId);
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

    private static void withheld(Connection connection, UUID studentId, boolean hidden, JsonGenerator generator)
            throws SQLException, IOException {
        generator.writeObjectFieldStart("withheld");
        if (hidden) {
            generator.writeNumberField("roster_user " + CONTACTS, 1);
        }
        try (var statement = connection.prepareStatement(WITHHELD)) {
            whose(statement, studentId);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    generator.writeNumberField(row.getString(1), row.getLong(2));
                }
            }
        }
        generator.writeEndObject();
    }

    private static void whose(PreparedStatement statement, UUID studentId) throws SQLException {
        statement.setObject(1, studentId);
        statement.setObject(2, studentId);
    }
}
