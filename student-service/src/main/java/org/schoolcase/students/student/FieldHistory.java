package org.schoolcase.students.student;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** What became of the fields of a student: each change and correction, and from them the record of any day. */
@ApplicationScoped
class FieldHistory {

    private static final OffsetDateTime ALWAYS = OffsetDateTime.MAX;

    private static final String CHANGES = "select id, field, kind, source, old_value, new_value, valid_from, valid_to,"
            + " reason, recorded_by, recorded_at from student_field_change where student_id = ?";

    /** Per field: the assertion recorded last whose days cover the day, else what the first one of all replaced. */
    private static final String ON_DAY = """
            (select distinct on (field) field, 0 as rank, new_value as value from student_field_change
              where student_id = ? and recorded_at <= ? and valid_from <= ? and valid_to > ?
              order by field, recorded_at desc, id desc)
            union all
            (select distinct on (field) field, 1, old_value from student_field_change
              where student_id = ? order by field, recorded_at, id)
            order by rank desc""";

    private final Rows rows;
    private final ObjectMapper json;

    FieldHistory(Rows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /** Newest first. */
    List<FieldChangeView> changes(UUID studentId, @Nullable StudentField field, int limit, Cursor start) {
        var query = Query.of(CHANGES, studentId);
        if (field != null) {
            query = query.and("field = ?", field.name());
        }
        if (!start.isStart()) {
            query = query.and("id < ?", start.uuid(0));
        }
        return rows.list(query.plus(" order by id desc limit ?", limit + 1), FieldChangeView::of);
    }

    FieldChangeView newest(UUID studentId, StudentField field) {
        return changes(studentId, field, 1, new Cursor(List.of())).getFirst();
    }

    /** The values on a day, as known at an instant, of the fields that were ever another; the rest is as it is. */
    Map<StudentField, JsonNode> on(UUID studentId, LocalDate day, @Nullable Instant knownAt) {
        var known = knownAt == null ? ALWAYS : OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC);
        var values = new EnumMap<StudentField, JsonNode>(StudentField.class);
        rows.list(
                        Query.of(ON_DAY, studentId, known, day, day, studentId),
                        row -> Map.entry(StudentField.valueOf(row.getString("field")), read(row.getString("value"))))
                .forEach(found -> values.put(found.getKey(), found.getValue()));
        return values;
    }

    /** The first day of which today's value holds, as far as known: null for always. */
    @Nullable
    LocalDate since(UUID studentId, StudentField field, LocalDate today) {
        var query = Query.of(
                "select valid_from from student_field_change where student_id = ? and field = ? and valid_from <= ?"
                        + " and valid_to > ? order by recorded_at desc, id desc limit 1",
                studentId,
                field.name(),
                today,
                today);
        return rows.first(query, row -> row.getObject(1, LocalDate.class))
                .filter(from -> !from.equals(LocalDate.MIN))
                .orElse(null);
    }

    private JsonNode read(@Nullable String text) {
        try {
            return json.readTree(text == null ? "null" : text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value in student_field_change is no JSON", e);
        }
    }
}
