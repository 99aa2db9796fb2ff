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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.archive.PartFile;

/** This service's own part of an export, as the schema itself tells it (function record_tables), with the records merged into it. */
@ApplicationScoped
class StudentPart {

    /** In a transaction the driver fetches so many rows at a time. */
    private static final int FETCH = 100;

    /**
     * Like contact means: what the roster knows of the student's numbers and addresses is barred from one of the parents. Sign-in names
     * and ids in other systems may be addresses, and what a sender adds in columns of his own may be anything.
     */
    private static final SortedMap<String, String> CONTACTS = new TreeMap<>(Map.of(
            "roster_user", "{email,sms,phone,username,user_ids,metadata}",
            "roster_role", "{metadata}",
            "roster_enrollment", "{metadata}",
            "roster_demographics", "{metadata}"));

    /** The student's record, and those that were merged into it: there stays what the surviving one had already, and their history. */
    private static final String RECORDS = "select w.id from student w where w.id = ? or w.merged_into = ?";

    private static final String HIDDEN =
            "select exists (select from court_order o where o.student_id in (" + RECORDS + ")"
                    + " and o.kind = 'NO_CONTACT' and o.known_to is null"
                    + " and (o.ends_on is null or o.ends_on >= district_today()))";
    private static final String OF_ALL = " from student w cross join lateral record_of(w.id) r"
            + " where w.id = ? or w.merged_into = ? order by r.kind, w.merged_into is not null";
    private static final String ROWS = "select r.kind, r.content::text" + OF_ALL;
    private static final String ROWS_WITHOUT_CONTACTS = "select r.kind, (r.content - case r.kind "
            + CONTACTS.entrySet().stream()
                    .map(kind -> "when '%s' then '%s'".formatted(kind.getKey(), kind.getValue()))
                    .collect(Collectors.joining(" "))
            + " else '{}' end::text[])::text" + OF_ALL;
    private static final String WITHHELD = "select r.kind, sum(r.rows_withheld)::bigint from student w"
            + " cross join lateral withheld_of(w.id) r where w.id = ? or w.merged_into = ? group by r.kind order by r.kind";

    private final AgroalDataSource database;
    private final Rows rows;
    private final ObjectMapper json;

    StudentPart(AgroalDataSource database, Rows rows, ObjectMapper json) {
        this.database = database;
        this.rows = rows;
        this.json = json;
    }

    /** Whether an order against contact with the student is recorded, so that his numbers and addresses are left out. */
    @Transactional(TxType.MANDATORY)
    boolean hidesContacts(UUID studentId) {
        return rows.first(Query.of(HIDDEN, studentId, studentId), row -> row.getBoolean(1))
                .orElse(false);
    }

    @Transactional(TxType.MANDATORY)
    PartFile assemble(UUID studentId, boolean hidden) throws IOException {
        return PartFile.write("student-service", json, out -> write(studentId, hidden, out));
    }

    private void write(UUID studentId, boolean hidden, OutputStream out) throws IOException {
        try (var connection = database.getConnection();
                var generator = json.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeStringField("service", "student-service");
            generator.writeStringField("studentId", studentId.toString());
            kinds(connection, hidden ? ROWS_WITHOUT_CONTACTS : ROWS, studentId, generator);
            withheld(connection, studentId, hidden, generator);
            generator.writeEndObject();
        } catch (SQLException e) {
            throw new IllegalStateException("A record cannot be assembled: SQL state " + e.getSQLState(), e);
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
            for (var kind : CONTACTS.entrySet()) {
                generator.writeNumberField(kind.getKey() + " " + kind.getValue(), 1);
            }
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
