package org.schoolcase.students.student;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Writes a value of a field: into the record where it holds today, else into the history alone. */
@ApplicationScoped
class FieldWriter {

    private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";

    private static final String INTO_HISTORY = """
            insert into student_field_change (student_id, field, kind, source, old_value, new_value, valid_from, valid_to,
                                              reason, recorded_by, recorded_at)
            select s.id, ?, 'CORRECTION', 'LOCAL', cast(? as jsonb), cast(? as jsonb),
                   coalesce(?, '-infinity'::date), ?, ?, ?, clock_timestamp() from student s where s.id = ?""";

    private final Rows rows;
    private final ObjectMapper json;
    private final FieldHistory history;
    private final StudentProfiles profiles;
    private final Told told;

    /** Who is told of a correction besides the other services: the history, and the trail. */
    @ApplicationScoped
    static class Told {
        private final Rows rows;
        private final ObjectMapper json;
        private final CurrentUser user;
        private final Audit audit;

        Told(Rows rows, ObjectMapper json, CurrentUser user, Audit audit) {
            this.rows = rows;
            this.json = json;
            this.user = user;
            this.audit = audit;
        }

        /** Says for the running transaction who changes the record, why, and since when it holds. */
        void history(FieldChangeKind kind, @Nullable String reason, @Nullable LocalDate from) {
            var change = new LinkedHashMap<String, @Nullable String>();
            change.put("by", user.actor());
            change.put("kind", kind.name());
            change.put("reason", reason);
            change.put("from", from == null ? "-infinity" : from.toString());
            rows.first(Query.of("select set_config('app.change', ?, true)", text(json, change)), row -> true);
        }

        /** What the transaction writes from now on is the roster's again. */
        void historyDone() {
            rows.first(Query.of("select set_config('app.change', '', true)"), row -> true);
        }

        void trail(UUID studentId, String action, StudentField field) {
            audit.wrote(AuditEntry.of(action, "student", studentId)
                    .student(studentId)
                    .fields(field.name()));
        }

        String actor() {
            return user.actor();
        }
    }

    FieldWriter(Rows rows, ObjectMapper json, FieldHistory history, StudentProfiles profiles, Told told) {
        this.rows = rows;
        this.json = json;
        this.history = history;
        this.profiles = profiles;
        this.told = told;
    }

    /** False if it is so already. */
    boolean write(UUID studentId, FieldChangeRequest wanted, FieldDays days) {
        var value = value(wanted);
        boolean changed = days.coversToday()
                ? intoRecord(studentId, wanted, value, days)
                : intoHistory(studentId, wanted, value, days);
        if (changed) {
            var verb = wanted.kind() == FieldChangeKind.CHANGE ? "student.change" : "student.correct";
            told.trail(studentId, verb, wanted.field());
        }
        return changed;
    }

    private boolean intoRecord(UUID studentId, FieldChangeRequest wanted, @Nullable Object value, FieldDays days) {
        var field = wanted.field();
        var sql = "update student set %1$s = %2$s where id = ? and %1$s is distinct from %2$s"
                .formatted(
                        field.column(),
                        field.isList()
                                ? "string_to_array(?, ',')::" + field.type()
                                : "cast(? as " + field.type() + ")");
        var column = value instanceof List<?> list ? String.join(",", list.toArray(String[]::new)) : value;
        told.history(wanted.kind(), wanted.reason(), days.from());
        var changed = rows.write(sql, column, studentId, column) > 0;
        told.historyDone();
        if (changed) {
            profiles.changed(studentId);
        }
        return changed;
    }

    private boolean intoHistory(UUID studentId, FieldChangeRequest wanted, @Nullable Object value, FieldDays days) {
        var first = days.from() == null ? LocalDate.of(1, 1, 1) : days.from();
        var before = history.on(studentId, first, null).get(wanted.field());
        rows.write(
                INTO_HISTORY,
                wanted.field().name(),
                before == null ? current(studentId, wanted.field()) : text(json, before),
                text(json, value),
                days.from(),
                days.until(),
                wanted.reason(),
                told.actor(),
                studentId);
        rows.write("update student set version = version + 1 where id = ?", studentId);
        return true;
    }

    private @Nullable String current(UUID studentId, StudentField field) {
        var query =
                Query.of("select to_jsonb(s." + field.column() + ")::text from student s where s.id = ?", studentId);
        return rows.list(query, row -> row.getString(1)).getFirst();
    }

    private static @Nullable Object value(FieldChangeRequest wanted) {
        var field = wanted.field();
        if (field.isList() ? wanted.value() != null : wanted.values() != null) {
            throw malformed(field.isList() ? "/value" : "/values", "Send value for one, values for several.");
        }
        if (field.isList()) {
            return wanted.values() == null ? List.of() : wanted.values();
        }
        var value = wanted.value() == null ? null : wanted.value().strip();
        if (field == StudentField.LANGUAGE && (value == null || !value.matches(LANGUAGE))) {
            throw malformed("/value", "A BCP 47 tag, such as es.");
        }
        if (value != null && value.isEmpty()) {
            throw malformed("/value", "Not blank.");
        }
        return value;
    }

    private static ProblemException malformed(String pointer, String detail) {
        return ProblemException.unprocessable("field.malformed", "The value does not fit the field.")
                .field(pointer, "field.malformed", detail);
    }

    private static @Nullable String text(ObjectMapper json, @Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A value cannot be written as JSON", e);
        }
    }
}
