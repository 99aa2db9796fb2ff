package org.schoolcase.students.privacy.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** This service's own part of an export, as the schema itself tells it (function record_tables). */
@ApplicationScoped
class StudentPart {

    private final Rows rows;
    private final ObjectMapper json;

    StudentPart(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    JsonNode assemble(UUID studentId) {
        var part = json.createObjectNode().put("service", "student-service").put("studentId", studentId.toString());
        var kinds = part.putObject("kinds");
        rows.list(Query.of("select kind, content::text from record_of(?)", studentId), row ->
                        new String[] {row.getString(1), row.getString(2)})
                .forEach(row -> kinds.withArray(row[0]).add(read(row[1])));
        var withheld = part.putObject("withheld");
        rows.list(
                Query.of("select kind, rows_withheld from withheld_of(?)", studentId),
                row -> withheld.put(row.getString(1), row.getLong(2)));
        return part;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row cannot be read", e);
        }
    }
}
