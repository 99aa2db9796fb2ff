package org.schoolcase.cases.communication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a row of the log, without its sealed part. */
final class CommunicationRow {

    private CommunicationRow() {}

    static Communication read(ResultSet row) throws SQLException {
        var purpose = Contact.Purpose.valueOf(row.getString("purpose"));
        var interpreter = interpreter(row);
        var reason = optional(row, "language_reason", Contact.LanguageReason::valueOf);
        var translation = translation(row);
        return new Communication(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                new Contact.Party(
                        row.getObject("guardian_id", UUID.class),
                        optional(row, "party_role", Contact.OtherRole::valueOf),
                        row.getString("party_name")),
                row.getObject("staff_id", UUID.class),
                instant(row, "at"),
                row.getObject("on_date", LocalDate.class),
                Contact.Means.valueOf(row.getString("means")),
                Contact.Direction.valueOf(row.getString("direction")),
                purpose,
                row.getObject("attempt", Integer.class),
                row.getString("language"),
                row.getString("guardian_language"),
                interpreter,
                reason,
                translation,
                Contact.Outcome.valueOf(row.getString("outcome")),
                row.getObject("in_reply_to", UUID.class),
                row.getString("summary"),
                row.getBoolean("sealed"),
                null,
                row.getObject("supersedes", UUID.class),
                row.getString("correction_reason"),
                row.getObject("superseded_by", UUID.class),
                instant(row, "recorded_at"),
                LanguageAccess.warnings(purpose, interpreter, reason, translation));
    }

    private static Contact.@Nullable Interpreter interpreter(ResultSet row) throws SQLException {
        var name = row.getString("interpreter_name");
        return name == null ? null : new Contact.Interpreter(name, row.getString("interpreter_qualification"));
    }

    private static Contact.@Nullable Translation translation(ResultSet row) throws SQLException {
        var mode = optional(row, "translation_mode", Contact.TranslationMode::valueOf);
        return mode == null ? null : new Contact.Translation(mode, row.getBoolean("translation_understood"));
    }

    private static <T> @Nullable T optional(ResultSet row, String column, Function<String, T> read)
            throws SQLException {
        var text = row.getString(column);
        return text == null ? null : read.apply(text);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
